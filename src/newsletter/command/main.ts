/** The list on the command line: `npm run newsletter -- stats`. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { backup } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { parseSiteUrl } from '../../build/site-url.ts';
import { parseAddress } from '../address.ts';
import { readNewsletterConfig } from '../config.ts';
import { keyedHashes } from '../hashes.ts';
import { loadKey } from '../key.ts';
import { databaseIn } from '../newsletter.ts';
import { openDatabase } from '../store/open-database.ts';
import { ownerList } from '../store/owner-list.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import type { Counts } from '../store/store.ts';
import { csvLine } from './csv.ts';
import { importCsv } from './import.ts';

const USAGE = `Usage: npm run newsletter -- COMMAND

  stats                 how many are on the list, and what waits to be sent
  export                everybody as CSV: npm run --silent newsletter -- export > list.csv
  import FILE --source "WHERE THEY AGREED" --date YYYY-MM-DD
                        people who consented elsewhere; the CSV needs a column "email"
  forget EMAIL          deletes an address and what is kept of it
  backup FILE           a copy of the list, also while the server runs`;

/** What is wrong with a command. */
class CommandError extends Error {}

/** From so many rows on, an import shows how far it is. */
const LONG = 1000;

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args);
  const [command, argument, ...more] = positionals;
  if (command === undefined || more.length > 0) throw new CommandError(USAGE);
  const needed = { stats: false, export: false, import: true, forget: true, backup: true };
  if (!Object.hasOwn(needed, command)) {
    throw new CommandError(`There is no command "${command}".\n\n${USAGE}`);
  }
  if (needed[command as keyof typeof needed] !== (argument !== undefined)) {
    throw new CommandError(USAGE);
  }
  const config = readNewsletterConfig(process.env, parseSiteUrl(process.env['SITE_URL']));
  const file = databaseIn(config.dataDir);
  if (!existsSync(file) && command !== 'import') {
    throw new CommandError(
      `There is no list in ${config.dataDir} yet. It begins with the first start of the server, or with an import. DATA_DIR names another folder.`,
    );
  }
  const hashes = keyedHashes(loadKey(config.dataDir, config.key));
  const database = openDatabase(file);
  try {
    const list = ownerList(database, hashes.address);
    const name = argument ?? '';
    if (command === 'stats') stats(sqliteStore(database, hashes.address).counts());
    else if (command === 'export') exportAll(list.subscribers());
    else if (command === 'forget') forget(list.forget, name);
    else if (command === 'backup') {
      if (existsSync(name))
        throw new CommandError(`${name} is there already. Choose another name.`);
      await backup(database, name);
      console.log(`The list is in ${name}. Keep the file ${config.dataDir}/key with it.`);
    } else {
      const evidence = evidenceOf(values);
      const text = await readFile(name, 'utf8').catch(() => {
        throw new CommandError(`${name} cannot be read.`);
      });
      const report = importCsv(list, text, evidence, Date.now(), showProgress);
      console.log(`${report.added} added, ${report.skipped} skipped.`);
      for (const line of report.lines) console.log(line);
    }
  } finally {
    database.close();
  }
}

function parseCommand(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { source: { type: 'string' }, date: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : '';
    throw new CommandError(`${why}.\n\n${USAGE}`);
  }
}

function stats(counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) {
    console.log(`${name.padEnd(14)}${count.toLocaleString('en-US').padStart(10)}`);
  }
}

function exportAll(subscribers: ReturnType<ReturnType<typeof ownerList>['subscribers']>): void {
  const day = (time: number | undefined) => (time ? new Date(time).toISOString() : '');
  process.stdout.write(csvLine(['email', 'status', 'signed up', 'confirmed', 'page']));
  for (const { email, status, createdAt, confirmedAt, page } of subscribers) {
    process.stdout.write(csvLine([email, status, day(createdAt), day(confirmedAt), page]));
  }
}

function forget(forgetAddress: (email: string) => boolean, typed: string): void {
  const parsed = parseAddress(typed);
  if (parsed.kind === 'mistake') throw new CommandError(`"${typed}" is no email address.`);
  console.log(
    forgetAddress(parsed.email)
      ? 'Deleted. What stays is a keyed hash: in the consent log, and where this address had left.'
      : 'There is nothing of this address.',
  );
}

function evidenceOf({ source, date }: { source?: string | undefined; date?: string | undefined }) {
  const consentedAt = Date.parse(`${date}T00:00:00Z`);
  const real =
    Number.isFinite(consentedAt) && new Date(consentedAt).toISOString().startsWith(`${date}`);
  if (!source?.trim() || !real || consentedAt > Date.now()) {
    throw new CommandError(
      'An import needs to say where these people agreed to get your letter, and when: --source "Sign-up sheet, job fair in Ohio" --date 2026-05-31',
    );
  }
  return { source: source.trim(), consentedAt };
}

function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < LONG) return;
  const share = done / all;
  const bar = '#'.repeat(Math.round(share * 30)).padEnd(30, '.');
  process.stderr.write(`\r[${bar}] ${Math.round(share * 100)}%${done === all ? '\n' : ''}`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
