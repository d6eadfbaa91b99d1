import { describe, expect, it } from 'vitest';
import { readNewsletterConfig } from '../../../src/newsletter/config.ts';
import { SetupError } from '../../../src/newsletter/setup-error.ts';

const SITE = { origin: 'https://example.com', base: '/' };

const read = (env: Readonly<Record<string, string>>) => readNewsletterConfig(env, SITE);

describe('readNewsletterConfig', () => {
  it('works with nothing set, and takes an empty variable for one that is not', () => {
    const nothing = read({});
    expect(nothing).toMatchObject({
      dataDir: '.data',
      smtpUrl: undefined,
      bounceAddress: undefined,
      from: 'newsletter@example.com',
      provider: { NEWSLETTER_PROVIDER: 'embedded' },
      confirm: 'here',
      rates: { network: { most: 100, window: 600_000 } },
    });
    expect(read({ SMTP_URL: ' ', NEWSLETTER_PROVIDER: '' })).toEqual(nothing);
  });

  it.each([
    [{ SMTP_URL: 'smtp.example.com' }, /^SMTP_URL should be an address such as smtps:/],
    [{ MAIL_FROM: 'me' }, 'MAIL_FROM is "me". It should be an email address, such as'],
    [{ BOUNCE_ADDRESS: 'bounces' }, 'BOUNCE_ADDRESS is "bounces". It should be an email address'],
    [
      { BOUNCE_ADDRESS: 'returns-of-the-newsletter@example.com' },
      'It should be an email address with at most 24 characters before the @, such as bounces@',
    ],
    [{ NEWSLETTER_KEY: 'short' }, /^NEWSLETTER_KEY should be at least 32 characters/],
    [{ NEWSLETTER_NETWORK_LIMIT: '0' }, 'NEWSLETTER_NETWORK_LIMIT is "0". It should be a whole'],
    [{ CLIENT_ADDRESS_HEADER: 'x:y' }, 'CLIENT_ADDRESS_HEADER is "x:y". It should be the name of'],
    [{ NEWSLETTER_CONFIRM: 'yes' }, 'NEWSLETTER_CONFIRM is "yes". It should be here or provider.'],
    [{ NEWSLETTER_CONFIRM: 'provider' }, 'It should be here, unless there is a provider.'],
    [{ NEWSLETTER_PROVIDER: 'kit' }, 'NEWSLETTER_PROVIDER is "kit". It should be embedded, '],
    [{ NEWSLETTER_PROVIDER: 'buttondown' }, 'BUTTONDOWN_KEY is not set. It should be the API key'],
    [
      { NEWSLETTER_PROVIDER: 'mailchimp', MAILCHIMP_KEY: 'secret', MAILCHIMP_LIST: 'a' },
      /^MAILCHIMP_KEY should be the API key of Mailchimp with its data center/,
    ],
    [
      { NEWSLETTER_PROVIDER: 'listmonk', LISTMONK_URL: 'https://l.example', LISTMONK_LIST: '1' },
      /^LISTMONK_USER is not set\. .*\nLISTMONK_TOKEN is not set\. /,
    ],
    [
      {
        NEWSLETTER_PROVIDER: 'listmonk',
        LISTMONK_URL: 'https://l.example',
        LISTMONK_LIST: 'c2cc0b31',
        LISTMONK_USER: 'api',
        LISTMONK_TOKEN: 'x',
      },
      'LISTMONK_LIST is "c2cc0b31". It should be the list\'s number.',
    ],
  ])('tells of %o what it should be', (env, sentence) => {
    expect(() => read(env)).toThrow(SetupError);
    expect(() => read(env)).toThrow(sentence);
  });

  it('never shows a secret', () => {
    for (const name of ['SMTP_URL', 'NEWSLETTER_KEY']) {
      expect(() => read({ [name]: 'hush' })).toThrow(/^(?!.*hush)/);
    }
  });

  it('takes what each provider needs', () => {
    expect(
      read({
        NEWSLETTER_PROVIDER: 'listmonk',
        LISTMONK_URL: 'http://localhost:9000',
        LISTMONK_LIST: 'c2cc0b31',
        NEWSLETTER_CONFIRM: 'provider',
      }).provider,
    ).toMatchObject({ LISTMONK_LIST: 'c2cc0b31' });
    expect(
      read({ NEWSLETTER_PROVIDER: 'mailchimp', MAILCHIMP_KEY: 'abc-us21', MAILCHIMP_LIST: 'l' })
        .provider,
    ).toMatchObject({ MAILCHIMP_KEY: 'abc-us21' });
  });
});
