/**
 * Kills whoever sends a letter to 2,000 readers twenty times, and lets the mail server's own record
 * judge who has it: `npm run bench:letter-kills`. Ends with 1 where anybody has it twice, or has it not
 * and is not listed as unsure, or where more are unsure than there were connections.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  builtLetter,
  postEnv,
  readerOf,
  readersIn,
  siteIn,
  startJudge,
  startLetter,
} from '../unit/newsletter/letters/letter-site.ts';

const [READERS, KILLS, CONNECTIONS] = [2_000, 20, 5];

const root = mkdtempSync(join(tmpdir(), 'second-thoughts-kills-'));
const { id } = builtLetter();
siteIn(root);
await readersIn(root, READERS);
const judge = await startJudge();
const env = { ...postEnv(root, judge.url), SEND_CONNECTIONS: String(CONNECTIONS) };
let args = ['send', id, '--yes'];
for (let kill = 0; kill < KILLS; kill += 1) {
  const sending = startLetter(args, env);
  const goal = judge.taken.length + Math.floor(READERS / (KILLS + 3));
  await Promise.race([judge.holds(Math.min(goal, READERS - 1)), sending.ended]);
  sending.child.kill('SIGKILL');
  await sending.ended;
  args = ['resume', id];
}
const { code, said } = await startLetter(args, env).ended;
const unsure = Number(/^ *(\d+) {2}unsure$/m.exec(said)?.[1]);
const missing = Array.from({ length: READERS }, (_, index) => readerOf(index)).filter(
  (email) => !judge.taken.includes(email),
);
const twice = judge.taken.length - new Set(judge.taken).size;
const unlisted = missing.filter((email) => !said.includes(`  ${email} <`)).length;
console.log(
  `${KILLS} kills, ${READERS} readers: ${judge.taken.length} mails taken, ${twice} twice, ${unsure} unsure, ${missing.length} of them without it, ${unlisted} not listed.`,
);
await judge.close();
rmSync(root, { recursive: true, force: true });
if (code !== 0 || twice > 0 || unlisted > 0 || !(unsure <= KILLS * CONNECTIONS))
  process.exitCode = 1;
