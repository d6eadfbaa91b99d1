/**
 * Runs in a thread of its own beside a build: checks content/, if it is right works out what follows from
 * it alone, and makes mails once the pages are there.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { CONTENT_CHECK } from '../site/beside.ts';
import { today } from '../site/today.ts';
import type { BesideBuild } from './beside-build.ts';
import { mistakesIn } from './content/check-content.ts';
import { readableFiles } from './content/content-file.ts';
import type { Reading } from './content/content-mistakes.ts';
import { deadEndsIn } from './dead-ends.ts';
import { drawnIcons } from './draw-icon.ts';
import { dueRules } from './law-rules.ts';
import { writtenHolidays } from './written-holidays.ts';

const { content, publicDirectory }: BesideBuild = workerData;
const tell = (name: string, value: unknown) => parentPort?.postMessage({ name, value });

const reading: Reading = { data: new Map(), texts: new Map() };
const check = await mistakesIn(content, publicDirectory, reading);
tell(CONTENT_CHECK, check);
if (check.stopping.length === 0) {
  tell('dead ends', deadEndsIn(readableFiles(content), today()));
  tell('due rules', dueRules(content, today(), reading.data));
  tell('texts', reading.texts);
  tell('holidays', writtenHolidays(content, today()));
  tell('icons', await drawnIcons());
  // Loaded by the time that somebody asks.
  const { writeMails } = await import('./letters/newsletter-mails.ts');
  parentPort?.on('message', async ({ name, takes }) => tell(name, await writeMails(takes)));
}
