import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { everyPage } from './built-site.ts';

/** One check may meet a machine that is busy for a moment. Two are a fault of the site or of the tests. */
const MOST_FAILED_ONCE = 1;

/**
 * Ends the run with one sentence: what was checked, how it went, how long it took. What failed, or
 * failed once, stands last with its reason, for whoever has only the end of a long log.
 */
export default class ClosingLine implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  async onEnd({ status, duration }: FullResult): Promise<Partial<FullResult>> {
    const tests = this.#suite?.allTests() ?? [];
    const leftOut = tests.filter((test) => test.outcome() === 'skipped');
    const passed = tests.filter((test) => test.ok()).length - leftOut.length;
    const seconds = Math.round(duration / 1000);
    console.log(
      `Browser tests ${status}: ${passed} of ${tests.length} checks, over ${everyPage().length} pages, in ${seconds} s.`,
    );
    const reasons = Map.groupBy(leftOut, (test) => {
      const engine = test.parent.project()?.name ?? '';
      return `${engine}: ${test.annotations.find(({ type }) => type === 'skip')?.description}`;
    });
    for (const [reason, left] of reasons) console.log(`Left out ${left.length} in ${reason}.`);
    for (const test of tests) {
      const outcome = test.outcome();
      if (outcome !== 'unexpected' && outcome !== 'flaky') continue;
      const title = test.titlePath().filter(Boolean).join(' › ');
      console.log(`${outcome === 'flaky' ? 'Failed once' : 'Failed'}: ${title}`);
      for (const { message } of test.results.flatMap(({ errors }) => errors))
        if (message) console.log(stripVTControlCharacters(message));
    }
    const failedOnce = tests.filter((test) => test.outcome() === 'flaky').length;
    if (failedOnce <= MOST_FAILED_ONCE) return {};
    console.log(
      `${failedOnce} checks failed once, at most ${MOST_FAILED_ONCE} may: something waits for too little.`,
    );
    return { status: 'failed' };
  }

  printsToStdio(): boolean {
    return false;
  }
}
