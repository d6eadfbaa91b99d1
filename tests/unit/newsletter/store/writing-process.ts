import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import { KEY, NOW } from './opened-store.ts';

const moduleAt = (path: string): string =>
  JSON.stringify(new URL(`../../../../src/newsletter/${path}`, import.meta.url).href);

// Each address is written out once it is committed, and never before.
const code = (folder: string, name: string, count: number): string => `
  import { writeSync } from 'node:fs';
  import { openList } from ${moduleAt('store/open-list.ts')};
  const path = ${JSON.stringify(databasePath(folder))};
  const store = openList({ path, key: ${JSON.stringify(KEY)} });
  for (let number = 0; number < ${count}; number += 1) {
    const email = \`${name}-\${number}@example.com\`;
    const at = ${NOW} + number;
    await store.signUp({ email, at, page: '/', wording: 'Yes', network: '', trapped: false });
    writeSync(1, \`\${email}\\n\`);
    const [line] = await store.takeDue(at, at, 1, ['confirm', 'nothing']);
    if (line !== undefined) await store.retry(line.id, at, 'as if the server had said 451', true);
  }
  await store.close();`;

/** A process of its own that signs up addresses, one after the other, and names each on a line. */
export interface WritingProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when so many are committed, or the process has ended. */
  readonly committed: (count: number) => Promise<void>;
  /** Resolves when it has ended, with all it named and its complaints. */
  readonly end: Promise<{ readonly emails: readonly string[]; readonly err: string }>;
}

/** Starts a process that signs up `count` addresses whose names begin with `name`. */
export function startWriting(folder: string, name: string, count = 1_000_000): WritingProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code(folder, name, count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  // A line without its end may have been cut off by the kill.
  const emails = () => out.split('\n').slice(0, -1);
  const end = once(child, 'close').then(() => ({ emails: emails(), err }));
  const committed = async (least: number): Promise<void> => {
    const ended = end.then(() => 'ended');
    while (emails().length < least) {
      const next = once(child.stdout, 'data').then(() => 'data');
      if ((await Promise.race([next, ended])) === 'ended') return;
    }
  };
  return { child, committed, end };
}
