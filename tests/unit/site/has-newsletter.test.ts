import { describe, expect, it } from 'vitest';
import { hasNewsletter } from '../../../src/site/has-newsletter.ts';

describe('hasNewsletter', () => {
  it.each([
    [undefined, true],
    ['', true],
    [' ', true],
    ['embedded', true],
    ['form', true],
    ['listmonk', true],
    ['none', false],
    [' none ', false],
  ])('with %j: %s', (provider, has) => {
    expect(hasNewsletter({ NEWSLETTER_PROVIDER: provider })).toBe(has);
  });

  it.each(['no', 'None', 'smtp'])('refuses %j', (provider) => {
    expect(() => hasNewsletter({ NEWSLETTER_PROVIDER: provider })).toThrow(
      `NEWSLETTER_PROVIDER is "${provider}". It should be embedded, listmonk, buttondown, mailchimp, form or none.`,
    );
  });
});
