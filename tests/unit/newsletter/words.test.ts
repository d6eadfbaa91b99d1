import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UNCONFIRMED_KEPT } from '../../../src/newsletter/store/sql/unconfirmed.ts';
import { newsletterSchema } from '../../../src/newsletter/words-schema.ts';
import { mistakesIn } from '../site/mistakes.ts';

const written: unknown = parse(
  readFileSync(new URL('../../../content/newsletter.yaml', import.meta.url), 'utf8'),
);
const words = newsletterSchema.parse(written);

describe('the words of the newsletter', () => {
  it('are all there, and no others', () => {
    expect(mistakesIn(newsletterSchema, written)).toEqual([]);
  });

  it('have a mistake told with what is allowed', () => {
    const form = { ...words.form, consent: 'One email a week to {email}.' };
    expect(mistakesIn(newsletterSchema, { ...words, form })).toEqual([
      'form.consent: Found: {email}. Allowed: no blanks.',
    ]);
    const { missing: _, ...others } = words.mistakes.byKind;
    expect(
      mistakesIn(newsletterSchema, {
        ...words,
        mistakes: { ...words.mistakes, byKind: others },
      })[0],
    ).toMatch(/^mistakes\.byKind\.missing: /);
  });

  it('promise to delete what nobody confirms when it is deleted, like the privacy page', () => {
    const days = `${UNCONFIRMED_KEPT / (24 * 60 * 60_000)} days`;
    expect(words.mails.confirm.ignore).toContain(`delete this address after ${days}`);
    const page = readFileSync(
      new URL('../../../content/pages/privacy.mdx', import.meta.url),
      'utf8',
    );
    expect(page).toContain(`delete the address ${days} after we last asked`);
  });

  it('say how often it comes and how to leave, beside the button', () => {
    expect(words.form.consent).toMatch(/one email a week/i);
    expect(words.form.consent).toMatch(/leave/i);
  });
});
