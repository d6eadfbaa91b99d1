/**
 * Mails a second of a letter, and the memory it takes, into a real mail server on this machine with the
 * rate limit off: `npm run bench:letter`, or with other counts of readers behind it. Ends with 1 below
 * 200 mails a second from 10,000 readers on, above 200 MB, or where anybody has it twice or not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { POSTAL_MARK, UNSUBSCRIBE_MARK } from '../../src/newsletter/letters/built-letter.ts';
import {
  builtLetter,
  postEnv,
  readersIn,
  siteIn,
  startLetter,
} from '../unit/newsletter/letters/letter-site.ts';
import { markdownTable } from './quiz/markdown.ts';

const COUNTS = [1_000, 10_000, 50_000];
const LEAST_A_SECOND = 200;
/** Of fewer, most of the time goes into beginning and ending. */
const MANY = 10_000;
const MOST_MEMORY = 200;
const CONNECTIONS = 10;

/** As long as a letter of 400 words is as a mail, in bytes. */
const HTML_BYTES = 24_000;

const text = 'Take a day before you call. Once you have said no, they will offer it to others.\n';
const paragraph = `<p style="margin:0 0 20px">${text}</p>\n`;
const letter = builtLetter({
  html: `<!doctype html>${paragraph.repeat(HTML_BYTES / paragraph.length)}<a href="${UNSUBSCRIBE_MARK}">Leave</a>${POSTAL_MARK}`,
  text: `${text.repeat(30)}${UNSUBSCRIBE_MARK}\n${POSTAL_MARK}`,
});

/** Memory of a process now, in megabytes, as Linux tells it; nothing elsewhere. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function measure(count: number): Promise<{ row: string[]; isWell: boolean }> {
  const root = mkdtempSync(join(tmpdir(), 'second-thoughts-letter-'));
  const path = fileURLToPath(new URL('./letter/mail-server.ts', import.meta.url));
  const server = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const lines = createInterface({ input: server.stdout });
    const line = async (): Promise<string> => String((await once(lines, 'line'))[0]);
    const url = `smtp://127.0.0.1:${await line()}`;
    siteIn(root, [letter]);
    await readersIn(root, count);
    const env = { ...postEnv(root, url), SEND_CONNECTIONS: String(CONNECTIONS) };
    const begun = performance.now();
    const sending = startLetter(['send', letter.id, '--yes'], env);
    const memory: number[] = [];
    const timer = setInterval(() => memory.push(memoryOf(sending.child.pid)), 250);
    const { code, said } = await sending.ended;
    clearInterval(timer);
    const seconds = (performance.now() - begun) / 1_000;
    if (code !== 0) console.error(said);
    server.stdin.write('\n');
    const taken = await line();
    const known = memory.filter((megabytes) => !Number.isNaN(megabytes));
    const [half, last, most] = [
      known[Math.floor(known.length / 2)] ?? Number.NaN,
      known.at(-1) ?? Number.NaN,
      Math.max(...known),
    ];
    const rate = count / seconds;
    const whole = taken === `${count} ${count}`;
    return {
      row: [
        count.toLocaleString('en-US'),
        seconds.toFixed(1),
        rate.toFixed(0),
        ...[half, last, most].map((megabytes) => megabytes.toFixed(0)),
        whole ? 'all, once' : taken,
      ],
      isWell:
        code === 0 && whole && (count < MANY || rate >= LEAST_A_SECOND) && !(most > MOST_MEMORY),
    };
  } finally {
    server.kill();
    rmSync(root, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).map(Number);
const rows: string[][] = [];
for (const count of asked.length > 0 ? asked : COUNTS) {
  const { row, isWell } = await measure(count);
  rows.push(row);
  if (!isWell) process.exitCode = 1;
}
console.log(
  markdownTable(
    ['readers', 'seconds', 'mails a second', 'MB half way', 'MB at the end', 'MB at most', 'taken'],
    rows,
  ),
);
