import type { SiteUrl } from '../site/site-url.ts';
import type { NewsletterConfig } from './config.ts';
import { confirmMail, type Letterhead, welcomeMail } from './delivery/compose.ts';
import { DeliveryError, type Mailer, type Provider, type Sending } from './delivery/delivery.ts';
import { dkimSigner } from './delivery/dkim.ts';
import { emlFiles } from './delivery/eml-files.ts';
import { type MailFiles, mailFiles, mailFolder } from './delivery/mail-files.ts';
import { startWorker, type Worker } from './delivery/outbox-worker.ts';
import { smtpMailer } from './delivery/smtp.ts';
import { type KeyedHashes, keyedHashes, newToken } from './hashes.ts';
import { startHousekeeping } from './housekeeping.ts';
import { newsletterKey } from './key.ts';
import type { Log } from './service/log.ts';
import { createService, type Service } from './service/service.ts';
import { listPlace } from './store/data-folder.ts';
import type { Errand, OutboxItem, ProviderKnows } from './store/list.ts';
import type { StartList } from './store/start-list.ts';
import { within } from './within.ts';

/** How long a link to confirm works, in milliseconds. */
const TOKEN_LIFE = 72 * 60 * 60_000;

/** So many mails are on their way at a time. A provider is told one thing after the other. */
const AT_ONCE = { mails: 5, provider: 1 };

/** How long a stop waits for housekeeping, in milliseconds: what it leaves is done at the next start. */
const HOUSE_STOPS = 1_000;

/** What the newsletter needs to know of the site, and the world it runs in. */
export interface NewsletterDependencies {
  readonly site: SiteUrl;
  readonly siteName: string;
  readonly accent: string;
  readonly words: Letterhead['words'];
  readonly welcome: Letterhead['welcome'];
  /** The sentence beside the form's button. */
  readonly consent: string;
  readonly postalAddress: string | undefined;
  /** The HTML of a page of the site, by its path without the base path. */
  readonly page: (path: string) => Promise<string | undefined>;
  readonly provider: Provider | undefined;
  readonly startList: StartList;
  /** Milliseconds since 1970, on a clock that does not jump. */
  readonly now: () => number;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly monotonic: () => number;
  readonly random: () => number;
  /** A line for the owner's terminal. */
  readonly print: (line: string) => void;
  readonly log: Log;
}

/** The newsletter while it runs. */
export interface Newsletter extends Service {
  readonly clientAddressHeader: string | undefined;
  /** Lets what is being sent finish, and closes the list. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens the list and starts to work off its outbox. A list that cannot be opened is tried again, and
 * everybody is told so meanwhile.
 *
 * @throws SetupError for what only the owner can put right, and that is not about the list
 */
export function startNewsletter(
  config: NewsletterConfig,
  around: NewsletterDependencies,
): Newsletter {
  const { site, siteName, accent, words, welcome, postalAddress, provider, now, log } = around;
  let made: { readonly key: string; readonly hashes: KeyedHashes } | undefined;
  /** The key is in the data folder, which may be as unusable as the list beside it. */
  const keyed = () => {
    if (made === undefined) {
      const key = newsletterKey(config.key, config.dataDir);
      made = { key, hashes: keyedHashes(key) };
    }
    return made;
  };
  const hashes = () => keyed().hashes;
  const { list, ill } = around.startList(
    listPlace(config.databaseUrl, config.dataDir),
    () => ({ key: keyed().key, providerKnows: knownTo(provider) }),
    (error) =>
      log('newsletter.list', error ? { state: 'ill', why: error.message } : { state: 'well' }),
  );
  const mails = mailFiles(mailFolder(config.dataDir));
  const mailer = mailerOf(config, mails, around);
  const head = { site, siteName, accent, words, welcome, postalAddress };
  const hashAddress = (email: string) => hashes().address(email);
  const house = startHousekeeping({ list, hashAddress, mails, now, log });

  const send = async (item: OutboxItem, sending: Sending): Promise<void> => {
    const to = {
      email: item.email,
      unsubscribeToken: hashes().unsubscribeToken(item.subscriber),
    };
    if (item.errand === 'confirm') {
      // Made when it is sent, so that it lies nowhere but in the mail.
      const { token, hash } = newToken();
      await list.issueToken(hash, item.subscriber, now() + TOKEN_LIFE);
      await mailer.send(confirmMail(head, to, token), sending);
    } else await mailer.send(welcomeMail(head, to), sending);
  };

  const tell = async ({ id, errand, email, page, createdAt }: OutboxItem): Promise<void> => {
    if (provider === undefined) {
      throw new DeliveryError('There is no provider any more.', { permanent: true });
    }
    if (errand === 'leave') return provider.leave(email);
    if (errand === 'forget') return provider.forget(email);
    await provider.add({ email, page, at: createdAt });
    // Whoever left while that was on its way was not there yet to be taken off.
    if (!(await list.stillWaits(id))) await list.leaveProvider(email, now());
  };

  const deliver = async (item: OutboxItem, sending: Sending): Promise<void> => {
    // Whoever has left since the line was taken gets nothing more,
    if (!(await list.stillWaits(item.id))) return;
    if (FOR_PROVIDERS.has(item.errand) || (item.errand === 'confirm' && provider?.confirms)) {
      await tell(item);
      return;
    }
    await send(item, sending);
    // and whom another process deleted while it was sent has no mail in a file.
    if (!(await list.isListed(item.subscriber))) await house.clear();
  };

  const lane = (errands: readonly Errand[], atOnce: number): Worker =>
    startWorker({
      ...{ list, errands, atOnce, deliver, now, random: around.random, log },
      messageId: ({ id, createdAt }) =>
        hashes().messageId(`${id} ${createdAt}`, config.from.split('@').at(-1) ?? 'localhost'),
    });
  const forProvider: readonly Errand[] = [
    ...FOR_PROVIDERS,
    ...(provider?.confirms ? (['confirm'] as const) : []),
  ];
  const mailErrands = (['confirm', 'welcome', 'nothing'] as const).filter(
    (errand) => !forProvider.includes(errand),
  );
  const lanes = {
    mail: lane(mailErrands, AT_ONCE.mails),
    provider: lane(forProvider, AT_ONCE.provider),
  };
  const service = createService({
    site,
    list,
    ill,
    hashes,
    wording: around.consent,
    afterConfirm: provider ? ['welcome', 'hand-over'] : ['welcome'],
    page: around.page,
    rates: config.rates,
    now,
    monotonic: around.monotonic,
    wake: () => {
      for (const { wake } of Object.values(lanes)) wake();
    },
    trouble: () => ({ mail: lanes.mail.trouble(), provider: lanes.provider.trouble() }),
    clear: house.clear,
    log,
  });
  return {
    ...service,
    clientAddressHeader: config.clientAddressHeader,
    stop: async () => {
      await Promise.all(Object.values(lanes).map(({ stop }) => stop()));
      await within(house.stop(), HOUSE_STOPS);
      mailer.close();
      await list.close();
    },
  };
}

const FOR_PROVIDERS: ReadonlySet<Errand> = new Set(['hand-over', 'leave', 'forget']);

function knownTo(provider: Provider | undefined): ProviderKnows {
  if (provider === undefined) return 'nobody';
  return provider.confirms ? 'everyone' : 'confirmed';
}

function mailerOf(
  { smtpUrl, from, dataDir, dkim }: NewsletterConfig,
  mails: MailFiles,
  around: NewsletterDependencies,
): Mailer {
  const sender = { name: around.siteName, address: from };
  if (smtpUrl !== undefined) {
    return smtpMailer(smtpUrl, sender, dkim && dkimSigner(dkim));
  }
  around.print(
    `SMTP_URL is not set, so mails of the newsletter go to ${mailFolder(dataDir)}/ and their links are printed here.`,
  );
  return emlFiles(mails, sender, around.print, around.now, around.monotonic);
}
