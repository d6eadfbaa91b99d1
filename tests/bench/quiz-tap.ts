/**
 * How long a tap on an answer takes until the next question is painted, on a processor slowed down
 * to a quarter, beside a form that does nothing but change a line of text: `npm run bench:tap`.
 * Ends with 1 if the slowest tap of the quiz takes 50 ms or more.
 */

import type { CDPSession, Page } from '@playwright/test';
import { inBrowser } from './in-browser.ts';
import { quantile } from './quantile.ts';
import { markdownTable } from './quiz/markdown.ts';

const SLOWDOWN = 4;
const ROUNDS = 5;
const MOST_MS = 50;

/** Taps of one round: eleven lead to a question, the twelfth to the result. */
const TAPS = 11;

const BARE_FORM = `<!doctype html><title>Bare</title><h2>0</h2>
${[1, 2, 3, 4, 5].map((value) => `<label><input type="radio" name="answer" value="${value}">${value}</label>`).join('')}
<script>
  document.addEventListener('click', ({ target }) => {
    if (target.name !== 'answer') return;
    target.checked = false;
    document.querySelector('h2').textContent++;
  });
</script>`;

declare global {
  var painted: Promise<number>;
}

/** Runs in the page: milliseconds from the next click to the paint that follows it. */
function watchTap(): void {
  window.painted = new Promise((resolve) => {
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // A message posted in a frame arrives once the frame is painted.
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(undefined);
        });
      },
      { capture: true, once: true },
    );
  });
}

async function taps(page: Page, settle: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let tap = 0; tap < TAPS; tap++) {
    await settle();
    const box = await page
      .getByRole('radio')
      .nth((tap * 3) % 5)
      .boundingBox();
    if (!box) throw new Error('The page shows no answer to tap.');
    await page.evaluate(watchTap);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    times.push(await page.evaluate(() => painted));
  }
  return times;
}

async function roundOfQuiz(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'load' });
  // A tap straight after another is taken for a double tap.
  const settle = () =>
    page.waitForFunction(() => !document.querySelector('.settling')).then(() => undefined);
  return taps(page, settle);
}

async function roundOfBareForm(page: Page): Promise<number[]> {
  await page.goto('about:blank');
  await page.setContent(BARE_FORM);
  return taps(page, async () => undefined);
}

function row(name: string, times: readonly number[]): string[] {
  const at = [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1));
  return [name, ...at, String(times.length)];
}

await inBrowser(async ({ browser, version, home }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const [quiz, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    quiz.push(...(await roundOfQuiz(page, `${home}quiz/`)));
    bare.push(...(await roundOfBareForm(page)));
  }
  console.log(`${version}, processor ${SLOWDOWN} times slower, ms from tap to paint\n`);
  const head = ['', 'median', '95%', 'slowest', 'taps'];
  console.log(markdownTable(head, [row('The quiz', quiz), row('A bare form', bare)]));
  if (Math.max(...quiz) >= MOST_MS) {
    console.error(`\nA tap took ${MOST_MS} ms or more.`);
    process.exitCode = 1;
  }
});
