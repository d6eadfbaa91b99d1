import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../quiz/markdown.ts';
import { serve } from '../serve.ts';

const COMMAND = fileURLToPath(new URL('../../../src/newsletter/command/main.ts', import.meta.url));

/** So many people are imported. */
const PEOPLE = 100_000;

/** So long a page is asked for where nothing else happens, in milliseconds. */
const QUIET = 5_000;

interface Times {
  readonly count: number;
  readonly slowest: number;
}

/** Asks for a page, one time after the other, until told to stop. */
async function ask(url: string, until: Promise<unknown>): Promise<Times> {
  let over = false;
  void until.then(() => {
    over = true;
  });
  let [count, slowest] = [0, 0];
  while (!over) {
    const before = performance.now();
    await (await fetch(url)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - before);
    count += 1;
  }
  return { count, slowest };
}

/** How long the slowest page takes while an import of 100,000 runs, and without one: a table. */
export async function pagesDuringImport(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-import-'));
  const emails = Array.from({ length: PEOPLE }, (_, index) => `reader${index}@example.com`);
  await writeFile(join(folder, 'people.csv'), ['email', ...emails, ''].join('\n'));
  const site = await serve({ DATA_DIR: join(folder, 'data') });
  try {
    const quiet = await ask(site.home, new Promise((resolve) => setTimeout(resolve, QUIET)));
    const evidence = ['--source', 'benchmark', '--date', '2026-01-01'];
    const importing = spawn(
      process.execPath,
      [COMMAND, 'import', join(folder, 'people.csv'), ...evidence],
      { env: { ...process.env, DATA_DIR: join(folder, 'data') }, stdio: 'ignore' },
    );
    const busy = await ask(site.home, once(importing, 'close'));
    if (importing.exitCode !== 0) throw new Error('The import failed.');
    const row = (name: string, { count, slowest }: Times) => [
      name,
      String(count),
      slowest.toFixed(0),
    ];
    return markdownTable(
      ['home, one after the other', 'asked for', 'slowest, ms'],
      [row('nothing else', quiet), row(`while ${PEOPLE} people are imported`, busy)],
    );
  } finally {
    await site.stop();
    await rm(folder, { recursive: true });
  }
}
