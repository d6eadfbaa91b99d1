import { z } from 'zod';
import type { SiteUrl } from '../site/site-url.ts';
import { parseAddress } from './address.ts';
import type { DkimSettings } from './delivery/dkim.ts';
import { LONGEST_BASE } from './letters/return-address.ts';
import type { Rate } from './service/rate-limit.ts';
import { SetupError } from './setup-error.ts';
import { isDatabaseUrl, WANTED } from './store/postgres/place.ts';

/** Limits count what happens within this time, in milliseconds. */
const WINDOW = 10 * 60_000;

const should = (rule: string) => ({ error: `should be ${rule}` });

const text = (rule: string) => z.string(should(rule)).min(1, should(rule));

const count = (example: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/, should(`a whole number from 1, such as ${example}`))
    .transform(Number)
    .default(example);

const common = z.object({
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().refine(isDatabaseUrl, should(WANTED)).optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      ...should('an address such as smtps://user:password@smtp.example.com:465'),
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => parseAddress(text).kind === 'address',
      should('an email address, such as letters@example.com'),
    )
    .optional(),
  BOUNCE_ADDRESS: z
    .string()
    .refine(
      (text) => parseAddress(text).kind === 'address' && text.indexOf('@') <= LONGEST_BASE,
      should(
        `an email address with at most ${LONGEST_BASE} characters before the @, such as bounces@example.com`,
      ),
    )
    .optional(),
  NEWSLETTER_POSTAL_ADDRESS: z.string().optional(),
  SEND_PER_SECOND: z
    .string()
    .regex(/^\d{1,6}$/, should('a whole number, such as 10, or 0 for no limit'))
    .transform(Number)
    .default(10),
  SEND_CONNECTIONS: count(5),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)+$/, should('the domain that signs, such as example.com'))
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, should('the name before ._domainkey in the DNS, such as letters'))
    .optional(),
  DKIM_KEY_FILE: z.string().optional(),
  NEWSLETTER_KEY: z
    .string()
    .min(32, should('at least 32 characters that nobody can guess'))
    .optional(),
  NEWSLETTER_CONFIRM: z.enum(['here', 'provider'], should('here or provider')).default('here'),
  NEWSLETTER_NETWORK_LIMIT: count(100),
  NEWSLETTER_LIMIT: count(2000),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[\w-]+$/, should('the name of a header, such as x-real-ip'))
    .transform((name) => name.toLowerCase())
    .optional(),
});

const provider = z.discriminatedUnion(
  'NEWSLETTER_PROVIDER',
  [
    z.object({ NEWSLETTER_PROVIDER: z.literal('embedded') }),
    z.object({ NEWSLETTER_PROVIDER: z.literal('form') }),
    z.object({ NEWSLETTER_PROVIDER: z.literal('none') }),
    z.object({
      NEWSLETTER_PROVIDER: z.literal('listmonk'),
      LISTMONK_URL: z.url({
        protocol: /^https?$/,
        ...should('the address of listmonk, such as https://lists.example.com'),
      }),
      LISTMONK_LIST: text('the list: its number, or its UUID where the provider confirms'),
      LISTMONK_USER: text('the name of an API user of listmonk').optional(),
      LISTMONK_TOKEN: text('the token of that user').optional(),
    }),
    z.object({
      NEWSLETTER_PROVIDER: z.literal('buttondown'),
      BUTTONDOWN_KEY: text('the API key of Buttondown'),
    }),
    z.object({
      NEWSLETTER_PROVIDER: z.literal('mailchimp'),
      MAILCHIMP_KEY: z
        .string(should('the API key of Mailchimp'))
        .regex(
          /^\w+-[a-z]+\d+$/,
          should('the API key of Mailchimp with its data center, as -us21'),
        ),
      MAILCHIMP_LIST: text('the audience ID of Mailchimp'),
    }),
  ],
  should('embedded, listmonk, buttondown, mailchimp, form or none'),
);

/** Which provider, and what it needs. */
export type ProviderSettings = z.output<typeof provider>;

/** What the environment decides about the newsletter. */
export interface NewsletterConfig {
  /** The folder of the database, the key and mails in files. */
  readonly dataDir: string;
  /** The database of the list, with its password; undefined: a file in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Where mails go; undefined: into files. */
  readonly smtpUrl: string | undefined;
  /** Who mails are from. */
  readonly from: string;
  /** What the envelope senders of letters are made of; undefined: returns go to `from`. */
  readonly bounceAddress: string | undefined;
  /** The owner's, where the environment has one; it goes before content/site.yaml. */
  readonly postalAddress: string | undefined;
  /** So many mails of letters a second, of all processes together; 0 for no limit. */
  readonly perSecond: number;
  /** So many connections to the mail server at a time for letters. */
  readonly connections: number;
  /** Who signs mails; undefined for nobody. */
  readonly dkim: DkimSettings | undefined;
  readonly key: string | undefined;
  readonly provider: ProviderSettings;
  readonly confirm: 'here' | 'provider';
  readonly rates: { readonly network: Rate; readonly all: Rate };
  /** The header in which a reverse proxy names the client, in lower case. */
  readonly clientAddressHeader: string | undefined;
}

/** Values that are shown to nobody, the owner's own terminal included. */
const SECRET = /KEY|TOKEN|SMTP|DATABASE/;

/**
 * The value of DATABASE_URL; undefined where the list is in a file.
 *
 * @throws SetupError where it is no address of a database, without its value, which holds a password
 */
export function databaseUrlOf(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const url = env['DATABASE_URL']?.trim();
  if (!url) return undefined;
  if (isDatabaseUrl(url)) return url;
  throw new SetupError(`DATABASE_URL should be ${WANTED}.`);
}

/**
 * Reads the newsletter's variables, which `.env.example` documents. An empty one counts as not set.
 *
 * @param env usually `process.env`
 * @throws SetupError with one sentence a mistake: the variable, what was found, what it should be
 */
export function readNewsletterConfig(
  env: Readonly<Record<string, string | undefined>>,
  site: SiteUrl,
): NewsletterConfig {
  const set: Record<string, string> = { NEWSLETTER_PROVIDER: 'embedded' };
  for (const [name, value] of Object.entries(env)) if (value?.trim()) set[name] = value.trim();

  const [shared, chosen] = [common.safeParse(set), provider.safeParse(set)];
  const mistakes = [...(shared.error?.issues ?? []), ...(chosen.error?.issues ?? [])].map(
    ({ path, message }) => {
      const name = String(path[0]);
      const value = set[name];
      if (value === undefined) return `${name} is not set. It ${message}.`;
      return SECRET.test(name) ? `${name} ${message}.` : `${name} is "${value}". It ${message}.`;
    },
  );
  if (chosen.data && shared.data)
    mistakes.push(...missing(chosen.data, shared.data), ...missingForDkim(shared.data));
  if (!shared.data || !chosen.data || mistakes.length > 0) {
    throw new SetupError(mistakes.join('\n'));
  }
  const { data } = shared;
  return {
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    smtpUrl: data.SMTP_URL,
    from: data.MAIL_FROM ?? `newsletter@${new URL(site.origin).hostname}`,
    bounceAddress: data.BOUNCE_ADDRESS,
    postalAddress: data.NEWSLETTER_POSTAL_ADDRESS,
    perSecond: data.SEND_PER_SECOND,
    connections: data.SEND_CONNECTIONS,
    dkim: dkimOf(data),
    key: data.NEWSLETTER_KEY,
    provider: chosen.data,
    confirm: data.NEWSLETTER_CONFIRM,
    rates: {
      network: { most: data.NEWSLETTER_NETWORK_LIMIT, window: WINDOW },
      all: { most: data.NEWSLETTER_LIMIT, window: WINDOW },
    },
    clientAddressHeader: data.CLIENT_ADDRESS_HEADER,
  };
}

function dkimOf(data: z.output<typeof common>): DkimSettings | undefined {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = data;
  if (!domain || !selector || !keyFile) return undefined;
  return { domain, selector, keyFile };
}

const DKIM = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const;

/** What is set of DKIM alone signs nothing. */
function missingForDkim(data: z.output<typeof common>): string[] {
  const unset = DKIM.filter((name) => data[name] === undefined);
  if (unset.length === 0 || unset.length === DKIM.length) return [];
  return unset.map((name) => `${name} is not set. Signing mails needs ${DKIM.join(', ')}.`);
}

/** What two variables together leave out. */
function missing(chosen: ProviderSettings, { NEWSLETTER_CONFIRM }: z.output<typeof common>) {
  if (chosen.NEWSLETTER_PROVIDER === 'embedded' && NEWSLETTER_CONFIRM === 'provider') {
    return ['NEWSLETTER_CONFIRM is "provider". It should be here, unless there is a provider.'];
  }
  if (chosen.NEWSLETTER_PROVIDER !== 'listmonk' || NEWSLETTER_CONFIRM === 'provider') return [];
  const { LISTMONK_LIST: list } = chosen;
  return [
    // Its admin interface knows lists by number, its public one by UUID.
    ...(/^\d+$/.test(list) ? [] : [`LISTMONK_LIST is "${list}". It should be the list's number.`]),
    ...(['LISTMONK_USER', 'LISTMONK_TOKEN'] as const)
      .filter((name) => chosen[name] === undefined)
      .map((name) => `${name} is not set. Without it listmonk takes nobody who confirmed here.`),
  ];
}
