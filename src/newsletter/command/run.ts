import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { databaseUrlOf } from '../config.ts';
import { keyedHashes } from '../hashes.ts';
import { newsletterKey } from '../key.ts';
import * as letters from '../letters/command.ts';
import type { Desk } from '../letters/desk.ts';
import { handOver } from '../letters/hand-over.ts';
import * as proof from '../letters/proof.ts';
import { listPlace } from '../store/data-folder.ts';
import type { List } from '../store/list.ts';
import { openList } from '../store/open-list.ts';
import { shownPlace } from '../store/postgres/place.ts';
import { bounces } from './bounces.ts';
import { type Command, USAGE } from './command.ts';
import { CommandError, codeOf } from './command-error.ts';
import { exportList } from './export-list.ts';
import { forget } from './forget.ts';
import { importList } from './import-list.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { move } from './move.ts';
import { fillNewFile } from './new-file.ts';
import { progressBar } from './progress.ts';
import { retriedOf, statsOf } from './stats.ts';
import { clearFolder } from './traces.ts';

/** Where the data is, and how its key is given. */
export interface CommandFolders {
  readonly dataFolder: string;
  /** The value of NEWSLETTER_KEY. */
  readonly key: string | undefined;
  /** Relative paths that the owner typed begin here. */
  readonly folder: string;
  /** Where an export without a file goes. */
  readonly output: NodeJS.WritableStream;
  /** Where the answer to a question comes from. */
  readonly input: NodeJS.ReadableStream;
  /** The folder of the built site. */
  readonly site: string;
  /** All variables, for what sends letters. */
  readonly env: Readonly<Record<string, string | undefined>>;
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

/** How a list in PostgreSQL is backed up. */
function dumpInstead(url: string): string {
  return `The list is in PostgreSQL, which has a command for that: pg_dump --schema=newsletter --format=custom --file=list.dump "${shownPlace(url)}" (it asks for the password). Keep the key too: without it the copy is of no use. Who leaves later stays in the copy until you delete it.`;
}

const NO_PLAN: ImportPlan = { suppress: [], subscribe: [], leaveOut: [] };

/** What an import is to do, with its file below `folder`. */
function planOf(command: Extract<Command, { kind: 'import' }>, folder: string): ImportPlan {
  const { file, column, answers } = command;
  const csv = readText(resolve(folder, file));
  return planImport({ ...answers, csv, column, name: basename(file) });
}

/** What is asked of a letter that is not sent to the list, which needs no list. */
function proofWork(
  command: Extract<Command, { kind: 'proof' }>,
  { site, dataFolder, env }: CommandFolders,
): Promise<string> {
  const desk = { site, dataFolder, env, now: Date.now() };
  switch (command.action) {
    case 'list':
      return proof.listLetters(desk);
    case 'preview':
      return proof.preview(desk, command.id);
    case 'test':
      return proof.test(desk, command.id, command.email);
  }
}

function letterWork(command: Extract<Command, { kind: 'letter' }>, desk: Desk): Promise<string> {
  const { id } = command;
  switch (command.action) {
    case 'send':
      return letters.send(desk, command);
    case 'resume':
      return letters.resume(desk, id, command.resendUnsure);
    case 'status':
      return letters.status(desk, id);
    case 'pause':
      return letters.pauseSending(desk, id);
    case 'cancel':
      return letters.cancel(desk, id);
    case 'hand-over':
      return handOver(desk, id);
  }
}

async function work(
  command: Exclude<Command, { kind: 'help' | 'proof' | 'move' }>,
  list: List,
  hashAddress: (email: string) => string,
  { dataFolder, key, folder, output }: CommandFolders,
  plan: ImportPlan,
  desk: Desk,
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
      return statsOf(await list.counts(), await list.troubles(), await list.letterFigures());
    case 'retry':
      return retriedOf(await list.retryFailed());
    case 'export': {
      const { file } = command;
      if (file === undefined) {
        await pipeline(exportList(list), output, { end: false });
        return undefined;
      }
      const path = await copy(file, (to) => pipeline(exportList(list), createWriteStream(to)));
      return `Wrote ${path}. It holds addresses: delete it when you are done.`;
    }
    case 'import': {
      const evidence = { source: command.source, givenOn: command.date };
      const progress = progressBar('Importing', process.stderr);
      return cleared(await importList(list, plan, evidence, Date.now(), progress));
    }
    case 'bounces':
      return cleared(
        await bounces(command, desk, folder).catch(async (error: unknown) => {
          // Some may have been taken off before it failed.
          await cleared('').catch(() => '');
          throw error;
        }),
      );
    case 'letter':
      return letterWork(command, desk);
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
export async function run(command: Command, folders: CommandFolders): Promise<string | undefined> {
  if (command.kind === 'help') return USAGE.trimEnd();
  if (command.kind === 'proof') return proofWork(command, folders);
  if (command.kind === 'move') return move(command, folders);
  const { dataFolder, key, folder, output } = folders;
  const place = listPlace(databaseUrlOf(folders.env), dataFolder);
  // A typing error in DATA_DIR or DATABASE_URL would otherwise show an empty list.
  const mustExist = command.kind !== 'import';
  if ('path' in place && mustExist && !existsSync(place.path)) {
    throw new CommandError(
      `There is no newsletter database at ${place.path}; set DATA_DIR to the folder that the server uses, or start the server once.`,
    );
  }
  if ('url' in place && command.kind === 'backup') throw new CommandError(dumpInstead(place.url));
  // Read and understood first: a typing error or a question must leave nothing behind.
  const plan = command.kind === 'import' ? planOf(command, folder) : NO_PLAN;
  const made = newsletterKey(key, dataFolder);
  const list = openList({ ...place, key: made, mustExist });
  try {
    return await work(command, list, keyedHashes(made).address, folders, plan, {
      ...{ list, key: made, output, site: folders.site, env: folders.env, input: folders.input },
    });
  } finally {
    await list.close();
  }
}
