/**
 * `npm run check:law`: lists the rules of law whose review is due, and ends with 1 where one is
 * overdue, for a calendar or a scheduled job. `--on YYYY-MM-DD` asks for another day.
 */
import { pathToFileURL } from 'node:url';
import { isCivilDay } from '../site/civil-day.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { mistakeLine } from '../site/content-error.ts';
import { complain, say } from '../site/terminal.ts';
import { today } from '../site/today.ts';
import { lawReport } from './law-report.ts';
import { sourceMistakes } from './law-rules.ts';
import { sourceAddresses, writtenRules } from './written-rules.ts';

const WRONG_INPUT = 2;

/** The day that was asked for. Throws an Error with a sentence where it cannot be read. */
function dayOf(args: readonly string[]): string {
  const [option, day = '', ...more] = args.flatMap((arg) => arg.split(/(?<=^--on)=/));
  if (option === undefined) return today();
  if (option === '--on' && isCivilDay(day) && more.length === 0) return day;
  throw new Error(
    `npm run check:law takes nothing, or a day that exists: npm run check:law -- --on 2027-03-31. Found: ${args.join(' ')}`,
  );
}

/** How the command ends: its exit code, and what it says, on which of its two outputs. */
export interface Ending {
  readonly code: number;
  readonly stdout?: string;
  readonly stderr?: unknown;
}

/** What `npm run check:law -- …args` says of the rules below the folder `content`. */
export function checkLaw(args: readonly string[], content: string): Ending {
  try {
    const day = dayOf(args);
    const addresses = sourceAddresses(content);
    const rules = writtenRules(content);
    const [mistake] = sourceMistakes(rules, new Set(addresses.keys()));
    if (mistake) throw new Error(mistakeLine(mistake));
    const { text, overdue } = lawReport(rules, addresses, day);
    return { code: overdue > 0 ? 1 : 0, stdout: text };
  } catch (error) {
    return { code: WRONG_INPUT, stderr: error instanceof Error ? error.message : error };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { code, stdout, stderr } = checkLaw(process.argv.slice(2), contentDirectory());
  if (stdout !== undefined) say(stdout);
  if (stderr !== undefined) complain(stderr);
  process.exitCode = code;
}
