import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import {
  type BuiltLetter,
  LETTERS_FILE,
  POSTAL_MARK,
  UNSUBSCRIBE_MARK,
} from '../../../../src/newsletter/letters/built-letter.ts';
import { databasePath } from '../../../../src/newsletter/store/data-folder.ts';
import type { List } from '../../../../src/newsletter/store/list.ts';
import { openList } from '../../../../src/newsletter/store/open-list.ts';
import { PASSED_ON } from '../../../quick-env.ts';

/** The key of all lists in these tests. */
export const KEY = 'a key that is long enough to be one';

const MAIN = fileURLToPath(new URL('../../../../src/newsletter/command/main.ts', import.meta.url));

/** A letter as a build writes it down. */
export const builtLetter = (changes: Partial<BuiltLetter> = {}): BuiltLetter => ({
  id: 'the-hour-after',
  subject: 'The hour after you said no',
  preview: 'What to do in the next sixty minutes.',
  // Out, whatever day it is.
  date: '2020-01-05',
  draft: false,
  address: 'https://example.com/newsletter/letters/the-hour-after/',
  html: `<!doctype html><p>Breathe.</p><p><a href="${UNSUBSCRIBE_MARK}">Leave</a> ${POSTAL_MARK}</p>`,
  text: `Breathe.\n\nLeave: ${UNSUBSCRIBE_MARK}\n${POSTAL_MARK}\n`,
  ...changes,
});

/** Writes letters into a folder as a build does; its path. */
export function siteIn(root: string, letters: readonly unknown[] = [builtLetter()]): string {
  const site = join(root, 'dist');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, LETTERS_FILE), JSON.stringify(letters));
  return site;
}

/** The address of a reader. */
export const readerOf = (index: number): string => `reader-${index}@example.com`;

/** Subscribes so many readers. */
export async function fillList(list: Pick<List, 'importBatch'>, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, index) => readerOf(index));
  const evidence = { source: 'a test', givenOn: '2025-01-01' };
  for (let start = 0; start < count; start += 1_000) {
    await list.importBatch(all.slice(start, start + 1_000), evidence, 1_000 + start);
  }
}

/** Subscribes so many readers in the data folder of `root`. */
export async function readersIn(root: string, count: number): Promise<void> {
  const list = openList({ path: databasePath(join(root, 'data')), key: KEY });
  await fillList(list, count);
  await list.close();
}

/** The variables of a command that sends what is in `root` to `url`. */
export const postEnv = (root: string, url: string): Record<string, string> => ({
  ...PASSED_ON,
  DATA_DIR: join(root, 'data'),
  SITE_FOLDER: join(root, 'dist'),
  NEWSLETTER_KEY: KEY,
  NEWSLETTER_POSTAL_ADDRESS: '1 Main Street, Springfield',
  SITE_URL: 'https://example.com/',
  MAIL_FROM: 'letters@example.com',
  SMTP_URL: url,
  SEND_PER_SECOND: '0',
});

/** A command in a process of its own. */
export interface LetterProcess {
  readonly child: ChildProcess;
  /** Resolves when it has ended, with its exit code and all it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

/** Starts `npm run newsletter -- letter …args`. */
export function startLetter(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): LetterProcess {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=2', '--heap-growing-percent=20', MAIN, 'letter', ...args],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, said })) };
}

/** A real mail server that writes down what it took, by which it is judged who has what. */
export interface Judge {
  readonly url: string;
  /** The recipient of each mail that was answered with 250, in that order. */
  readonly taken: readonly string[];
  /** The mails themselves, where they are kept. */
  readonly mails: readonly string[];
  /** Resolves once so many are taken. */
  readonly holds: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts one on a free port. `options` may refuse, as servers do. */
export async function startJudge(
  options: SMTPServerOptions & { readonly keep?: boolean } = {},
): Promise<Judge> {
  const { keep = false, ...answers } = options;
  const taken: string[] = [];
  const mails: string[] = [];
  let noticed = Promise.withResolvers<void>();
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let mail = '';
      stream.on('data', (chunk) => {
        if (keep) mail += chunk;
      });
      stream.on('end', () => {
        taken.push(session.envelope.rcptTo[0]?.address ?? '');
        if (keep) mails.push(mail);
        noticed.resolve();
        noticed = Promise.withResolvers();
        done();
      });
    },
    ...answers,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    mails,
    holds: async (count) => {
      while (taken.length < count) await noticed.promise;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
