/**
 * Runs in a thread of its own beside a build: checks content/, if it is right works out what follows from
 * it alone, and makes mails once the pages are there. Until pages are made, a bundler wants all there is
 * of the machine: so what nobody needs before is begun then.
 */
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { CONTENT_CHECK } from '../site/beside.ts';
import { today } from '../site/today.ts';
import type { BesideBuild } from './beside-build.ts';
import { mistakesIn } from './content/check-content.ts';
import { readableFiles } from './content/content-file.ts';
import type { Reading } from './content/content-mistakes.ts';

const { content, publicDirectory }: BesideBuild = workerData;
const tell = (name: string, value: unknown) => parentPort?.postMessage({ name, value });

const reading: Reading = { data: new Map(), texts: new Map() };
const check = await mistakesIn(content, publicDirectory, reading);
tell(CONTENT_CHECK, check);
if (check.stopping.length === 0 && parentPort) {
  tell('texts', reading.texts);
  const messages = on(parentPort, 'message');
  const { writtenHolidays } = await import('./written-holidays.ts');
  tell('holidays', writtenHolidays(content, today()));
  // Pages are made from here on.
  await messages.next();
  const { dueRules } = await import('./law-rules.ts');
  tell('due rules', dueRules(content, today(), reading.data));
  const { deadEndsIn } = await import('./dead-ends.ts');
  tell('dead ends', deadEndsIn(readableFiles(content), today()));
  const { drawnIcons } = await import('./draw-icon.ts');
  tell('icons', await drawnIcons());
  // Loaded by the time that somebody asks.
  const { writeMails } = await import('./letters/newsletter-mails.ts');
  for await (const [{ name, takes }] of messages) tell(name, await writeMails(takes));
}
