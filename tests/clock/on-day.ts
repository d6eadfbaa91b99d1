import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { isCivilDay } from '../../src/site/civil-day.ts';
import { clockAhead } from './ahead.ts';

/** The variables that decide what day it is for a program and for those it starts. */
type Clock = Readonly<Record<'NODE_OPTIONS' | 'CLOCK_AHEAD', string>>;

/** What to set for a program to which today is `day` (`YYYY-MM-DD`, UTC), at the hour it is now. */
export function clockOn(day: string): Clock {
  const today = new Date().toISOString().slice(0, 10);
  const options = (process.env['NODE_OPTIONS'] ?? '').split(/\s+/);
  const load = `--import=${new URL('./preload.ts', import.meta.url).href}`;
  return {
    NODE_OPTIONS: [...options.filter((option) => option !== load), load].join(' ').trim(),
    CLOCK_AHEAD: String(clockAhead() + Date.parse(day) - Date.parse(today)),
  };
}

/** `npm run test:on -- DAY [SCRIPT]`: runs a script of package.json, or all tests, on that day. */
function main([day = '', script = 'test', ...more]: readonly string[]): void {
  const npm = process.env['npm_execpath'];
  if (!npm || !isCivilDay(day) || more.length > 0) {
    console.error(
      'Write npm run test:on -- DAY, or DAY and a script of package.json, such as 2028-02-29 test:unit.',
    );
    process.exitCode = 2;
    return;
  }
  const env = { ...process.env, ...clockOn(day) };
  const { status } = spawnSync(process.execPath, [npm, 'run', script], { stdio: 'inherit', env });
  process.exitCode = status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
