import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keyedHashes } from '../hashes.ts';
import { newsletterKey } from '../key.ts';
import { databasePath, openStore } from '../store/open-store.ts';
import type { Records } from '../store/records.ts';
import type { Counts, Store } from '../store/store.ts';
import { type Command, USAGE } from './command.ts';
import { CommandError, codeOf } from './command-error.ts';
import { exportList } from './export-list.ts';
import { forget } from './forget.ts';
import { importList } from './import-list.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
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

const NO_PLAN: ImportPlan = { suppress: [], subscribe: [], leaveOut: [] };

/** What an import is to do, with its file below `folder`. */
function planOf(command: Extract<Command, { kind: 'import' }>, folder: string): ImportPlan {
  const { file, column, answers } = command;
  const csv = readText(resolve(folder, file));
  return planImport({ ...answers, csv, column, name: basename(file) });
}

async function work(
  command: Exclude<Command, { kind: 'help' }>,
  store: Store & Records,
  hashAddress: (email: string) => string,
  { dataFolder, key, folder }: Surroundings,
  plan: ImportPlan,
): Promise<string | undefined> {
  /** With what is to be said about the traces of those who were deleted. */
  const cleared = async (said: string): Promise<string> => {
    const more = await clearFolder(store, hashAddress, dataFolder);
    return more === undefined ? said : `${said}\n${more}`;
  };
  /** Makes a file with addresses, and notes where, for whoever is to be forgotten later. */
  const copy = async (file: string, fill: (path: string) => Promise<void>): Promise<string> => {
    const path = resolve(folder, file);
    await fillNewFile(path, () => fill(path));
    store.noteCopy({ path, madeAt: Date.now() });
    return path;
  };
  switch (command.kind) {
    case 'stats':
      return statsOf(store.counts());
    case 'export': {
      const { file } = command;
      if (file === undefined) {
        await pipeline(exportList(store), process.stdout, { end: false });
        return undefined;
      }
      const path = await copy(file, (to) => pipeline(exportList(store), createWriteStream(to)));
      return `Wrote ${path}. It holds addresses: delete it when you are done.`;
    }
    case 'import': {
      const evidence = { source: command.source, givenOn: command.date };
      const progress = progressBar('Importing', process.stderr);
      return cleared(importList(store, plan, evidence, Date.now(), progress));
    }
    case 'forget':
      return cleared(forget(store, command.email));
    case 'backup': {
      const progress = progressBar('Copying', process.stderr);
      const path = await copy(command.file, (to) => store.backup(to, progress));
      const keyPlace = key?.trim() ? 'NEWSLETTER_KEY' : join(dataFolder, 'key');
      return `Wrote ${path}. Keep ${keyPlace} too: without it the copy is of no use. Who leaves later stays in the copy until you delete it.`;
    }
  }
}

/**
 * Does what the owner asked for, also while the server runs.
 *
 * @returns what to print
 * @throws CommandError where a file or an address is wrong, SetupError where the store is
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
  // Read and understood first: a typing error or a question must leave nothing behind.
  const plan = command.kind === 'import' ? planOf(command, folder) : NO_PLAN;
  const hashAddress = keyedHashes(newsletterKey(key, dataFolder)).address;
  const store = openStore({ path, hashAddress });
  try {
    return await work(command, store, hashAddress, surroundings, plan);
  } finally {
    store.close();
  }
}
