import { describe, expect, it } from 'vitest';
import { clockOn } from '../../clock/on-day.ts';
import { copySite } from '../../site-copy.ts';
import { expectWhole, PUBLISHED } from './whole-site.ts';

// A day in some years is that of identity.test.ts.
describe('a build on another day', { timeout: 240_000 }, () => {
  it.concurrent.each([
    ['years before the first article', '2020-01-01'],
    ['between the articles', PUBLISHED[Math.floor(PUBLISHED.length / 2)]],
  ])('%s gives a whole site', async (_, day = '') => {
    await using site = await copySite();
    const { code, output } = await site.build(clockOn(day));
    expect({ code, output }).toMatchObject({ code: 0 });
    expectWhole(await site.built(), day);
  });
});
