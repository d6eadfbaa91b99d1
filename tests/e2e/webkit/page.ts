import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leaveOut } from '../left-out.ts';
import { asProgram } from './beforehand.ts';
import type { Session } from './driver.ts';
import { pressKeys } from './keys.ts';
import { limited } from './limited.ts';
import { expectSoon, Locator, untilDone } from './locator.ts';
import { type ExpectedText, isExpected } from './looking.ts';

interface Media {
  readonly media?: 'print' | 'screen' | null;
  readonly colorScheme?: 'light' | 'dark' | null;
  readonly forcedColors?: 'active' | 'none' | null;
}

interface PageExpectation {
  readonly expectedText: readonly ExpectedText[];
  readonly isNot: boolean;
  readonly timeout: number;
}

/** Where the driver says what a matcher of Playwright asks of a page. */
const ASKED: Readonly<Record<string, string>> = {
  'to.have.url': '/url',
  'to.have.title': '/title',
};

/** What the journeys use of Playwright's Page, by W3C WebDriver. */
export class WebKitPage {
  /** By this, matchers of Playwright take it for one of its own. */
  readonly _apiName = 'Page';
  readonly #session: Session;
  readonly #baseURL: string;
  readonly #scripts: string[];
  readonly #document: Locator;

  /** `scripts` is where a program is left that pages are to run before their own. */
  constructor(session: Session, baseURL: string, scripts: string[]) {
    this.#session = session;
    this.#baseURL = baseURL;
    this.#scripts = scripts;
    this.#document = limited(new Locator(session, []));
  }

  readonly keyboard = {
    press: (keys: string) => pressKeys(this.#session, keys),
    type: async (text: string) => {
      for (const letter of text) await pressKeys(this.#session, letter);
    },
  };

  readonly getByRole: Locator['getByRole'] = (...asked) => this.#document.getByRole(...asked);
  readonly getByText: Locator['getByText'] = (...asked) => this.#document.getByText(...asked);
  readonly getByLabel: Locator['getByLabel'] = (...asked) => this.#document.getByLabel(...asked);
  readonly locator: Locator['locator'] = (...asked) => this.#document.locator(...asked);

  /** Opens an address; one that differs in its fragment alone is not loaded again. */
  async goto(address: string, options: { waitUntil?: string } = {}): Promise<void> {
    if (options.waitUntil === 'commit') leaveOut('requests');
    await this.#session.send('POST', '/url', { url: new URL(address, this.#baseURL).href });
  }

  async reload(): Promise<void> {
    await this.#session.send('POST', '/refresh');
  }

  async goBack(): Promise<void> {
    await this.#session.send('POST', '/back');
  }

  async goForward(): Promise<void> {
    await this.#session.send('POST', '/forward');
  }

  /** Runs a function, or the text of a program, in the page. */
  evaluate<T>(code: string | ((arg: never) => T), arg?: unknown): Promise<Awaited<T>> {
    const text = typeof code === 'string' ? `() => { ${code}\n }` : String(code);
    return this.#session.run(text, [arg ?? null]);
  }

  /** Has pages that are opened from now on run a function before their own scripts. */
  async addInitScript(code: (arg: never) => unknown, arg?: unknown): Promise<void> {
    this.#scripts.push(asProgram(code, arg));
  }

  /** The next file that is saved. */
  async waitForEvent(event: string) {
    if (event !== 'download') leaveOut('requests');
    const folder = this.#session.downloads;
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const file = await untilDone('a download', async () =>
      // What is still being saved ends in another way.
      readdirSync(folder).find((name) => !name.endsWith('.wkdownload')),
    );
    return { suggestedFilename: () => file, path: async () => join(folder, file) };
  }

  /** Makes the window as large as the page needs it; WebKitGTK's is never narrower than 447 px. */
  async setViewportSize({ width, height }: { width: number; height: number }): Promise<void> {
    if (width < 390) leaveOut('narrow');
    const [across = 0, down = 0] = await this.#session.run<number[]>(
      '() => [outerWidth - innerWidth, outerHeight - innerHeight]',
      [],
    );
    const size = { width: width + across, height: height + down };
    await this.#session.send('POST', '/window/rect', size);
  }

  /** Takes what a page is shown as anyway. */
  async emulateMedia({ media, colorScheme, forcedColors }: Media): Promise<void> {
    if (media === 'print' || colorScheme === 'dark' || forcedColors === 'active') leaveOut('media');
  }

  context() {
    return { _options: { baseURL: this.#baseURL } };
  }

  mainFrame() {
    return {
      _expect: (question: string, asked: PageExpectation) =>
        expectSoon(asked, async () => {
          const value = await this.#session.send<string>('GET', ASKED[question] ?? '');
          const matches = asked.expectedText.some((expected) => isExpected(expected, value));
          return { matches, received: { value } };
        }),
    };
  }
}
