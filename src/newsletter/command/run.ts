import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseAddress } from '../address.ts';
import { keyedHashes } from '../hashes.ts';
import { newsletterKey } from '../key.ts';
import { databasePath } from '../store/data-folder.ts';
import type { Counts, List, Retried, Trouble } from '../store/list.ts';
import { openList } from '../store/open-list.ts';
import { type Command, USAGE } from './command.ts';
import { CommandError, codeOf } from './command-error.ts';
import { exportList } from './export-list.ts';
import { importList } from './import-list.ts';
import { fillNewFile } from './new-file.ts';
import { progressBar } from './progress.ts';
import { clearFolder } from './traces.ts';

/** Where the data is, and how its key is given. */
export interface Surroundings {
  readonly dataFolder: string;
  /** The value of NEWSLETTER_KEY. */
  readonly key: string | undefined;
  /** Relative paths that the owner typed begin here. */
  readonly folder: string;
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new CommandError(`${path} is no text in UTF-8; save it as "CSV UTF-8".`);
    }
    const found = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new CommandError(`${path} ${found}; check its name.`);
  }
}

const LABELS: Readonly<Record<keyof Counts, string>> = {
  subscribed: 'subscribed',
  pending: 'signed up, not confirmed yet',
  unsubscribed: 'have left',
  suppressed: 'addresses that are never imported',
  waiting: 'mails and hand-overs that wait to go out',
  failed: 'mails and hand-overs that were given up',
};

/** Why lines of the outbox wait again or were given up. */
function troublesOf(troubles: readonly Trouble[]): string[] {
  return troubles.map(
    ({ state, why, count }) =>
      `${String(count).padStart(7)}  ${state === 'failed' ? 'given up' : 'to be tried again'}: ${why}`,
  );
}

function retriedOf({ taken, lost }: Retried): string {
  const again = `${taken} ${taken === 1 ? 'line' : 'lines'} of the outbox will be tried again within a minute, while the server runs.`;
  if (lost === 0) return again;
  return `${again}\n${lost} cannot be: the address is gone, or nobody wants it any longer. Where it is a provider that did not hear who left, take them off there.`;
}

function statsOf(counts: Counts): string {
  const keys = [
    'subscribed',
    'pending',
    'unsubscribed',
    'suppressed',
    'waiting',
    'failed',
  ] as const;
  return keys.map((key) => `${String(counts[key]).padStart(7)}  ${LABELS[key]}`).join('\n');
}

/** The files with addresses that were made here and are still there, one a line. */
async function copiesOf(list: List): Promise<string> {
  const copies = (await list.copies()).filter(({ path }) => existsSync(path));
  if (copies.length === 0) {
    return 'Delete it also in backups and exported files that were made elsewhere.';
  }
  const lines = copies.map(
    ({ path, madeAt }) => `  ${path}, of ${new Date(madeAt).toISOString().slice(0, 10)}`,
  );
  return [
    'These files were made here and may still hold it. Delete them, and make new ones:',
    ...lines,
    'Delete it also in copies of them.',
  ].join('\n');
}

async function forget(list: List, typed: string): Promise<string> {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'mistake') {
    throw new CommandError(`"${typed}" is no email address; write forget ada@example.com.`);
  }
  const { known, lines, provider } = await list.forget(parsed.email, Date.now());
  const mails = lines === 1 ? '1 line of the outbox' : `${lines} lines of the outbox`;
  const found = known
    ? `Deleted ${parsed.email} and ${mails} for it.`
    : `${parsed.email} was not in the store; deleted ${mails} for it.`;
  return [
    found,
    'What stays is a keyed hash of it, so that no import and no sign-up writes to it again, and the log of consents under that hash.',
    ...(provider ? ['Your provider will be told to delete it, too, while the server runs.'] : []),
    await copiesOf(list),
  ].join('\n');
}

async function work(
  command: Exclude<Command, { kind: 'help' }>,
  list: List,
  hashAddress: (email: string) => string,
  { dataFolder, key, folder }: Surroundings,
  csv: string,
): Promise<string | undefined> {
  /** With what is to be said about the traces of those who were deleted. */
  const cleared = async (said: string): Promise<string> => {
    const more = await clearFolder(list, hashAddress, dataFolder);
    return more === '' ? said : `${said}\n${more}`;
  };
  /** Makes a file with addresses, and notes where, for whoever is to be forgotten later. */
  const copy = async (file: string, fill: (path: string) => Promise<void>): Promise<string> => {
    const path = resolve(folder, file);
    await fillNewFile(path, () => fill(path));
    await list.noteCopy({ path, madeAt: Date.now() });
    return path;
  };
  switch (command.kind) {
    case 'stats':
      return [statsOf(await list.counts()), ...troublesOf(await list.troubles())].join('\n');
    case 'retry':
      return retriedOf(await list.retryFailed());
    case 'export': {
      const { file } = command;
      if (file === undefined) {
        await pipeline(exportList(list), process.stdout, { end: false });
        return undefined;
      }
      const path = await copy(file, (to) => pipeline(exportList(list), createWriteStream(to)));
      return `Wrote ${path}. It holds addresses: delete it when you are done.`;
    }
    case 'import': {
      const { source, date, column, answers } = command;
      const request = {
        ...answers,
        csv,
        column,
        name: basename(command.file),
        evidence: { source, givenOn: date },
        at: Date.now(),
      };
      return cleared(await importList(list, request, progressBar('Importing', process.stderr)));
    }
    case 'forget':
      return cleared(await forget(list, command.email));
    case 'backup': {
      const progress = progressBar('Copying', process.stderr);
      const path = await copy(command.file, (to) => list.backup(to, progress));
      const keyPlace = key?.trim() ? 'NEWSLETTER_KEY' : join(dataFolder, 'key');
      return `Wrote ${path}. Keep ${keyPlace} too: without it the copy is of no use. Who leaves later stays in the copy until you delete it.`;
    }
  }
}

/**
 * Does what the owner asked for, also while the server runs.
 *
 * @returns what to print
 * @throws CommandError where a file or an address is wrong, ListError where the list is
 */
export async function run(
  command: Command,
  surroundings: Surroundings,
): Promise<string | undefined> {
  if (command.kind === 'help') return USAGE.trimEnd();
  const { dataFolder, key, folder } = surroundings;
  const path = databasePath(dataFolder);
  // A typing error in DATA_DIR would otherwise show an empty list.
  if (command.kind !== 'import' && !existsSync(path)) {
    throw new CommandError(
      `There is no newsletter database at ${path}; set DATA_DIR to the folder that the server uses, or start the server once.`,
    );
  }
  // Read first: a typing error in its name must not leave an empty database behind.
  const csv = command.kind === 'import' ? readText(resolve(folder, command.file)) : '';
  const made = newsletterKey(key, dataFolder);
  const list = openList({ path, key: made });
  try {
    return await work(command, list, keyedHashes(made).address, surroundings, csv);
  } finally {
    await list.close();
  }
}
