import { describe, expect, it } from 'vitest';
import { providerForm } from '../../../src/newsletter/provider-form.ts';

const form = { NEWSLETTER_PROVIDER: 'form' };
const url = 'https://example.com/subscribe?list=1';

describe('providerForm', () => {
  it.each([{}, { NEWSLETTER_PROVIDER: '' }, { NEWSLETTER_PROVIDER: 'listmonk' }])(
    'is none where nothing asks for it: %j',
    (env) => {
      expect(providerForm({ ...env, NEWSLETTER_FORM_URL: 'nonsense' })).toBeUndefined();
    },
  );

  it('names the address field "email" unless told otherwise', () => {
    expect(providerForm({ ...form, NEWSLETTER_FORM_URL: ` ${url} ` })).toEqual({
      url,
      field: 'email',
    });
    expect(
      providerForm({ ...form, NEWSLETTER_FORM_URL: url, NEWSLETTER_FORM_FIELD: 'fields[email]' }),
    ).toEqual({ url, field: 'fields[email]' });
  });

  it.each([
    [undefined, 'not set'],
    ['', 'not set'],
    ['example.com/subscribe', '"example.com/subscribe"'],
    ['http://example.com/', '"http://example.com/"'],
    ['javascript:alert(1)', '"javascript:alert(1)"'],
  ])('refuses the address %j, and says what is allowed', (address, found) => {
    expect(() => providerForm({ ...form, NEWSLETTER_FORM_URL: address })).toThrow(
      `NEWSLETTER_FORM_URL is ${found}. With NEWSLETTER_PROVIDER=form it should be the https address`,
    );
  });

  it.each(['e mail', '"', 'a<b'])('refuses the field name %j', (name) => {
    expect(() =>
      providerForm({ ...form, NEWSLETTER_FORM_URL: url, NEWSLETTER_FORM_FIELD: name }),
    ).toThrow(`NEWSLETTER_FORM_FIELD is ${JSON.stringify(name)}. It should be the name`);
  });
});
