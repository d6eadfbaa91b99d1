import type { SiteUrl } from '../build/site-url.ts';
import type { NewsletterConfig } from './config.ts';
import { confirmMail, type Letterhead, welcomeMail } from './delivery/compose.ts';
import type { Mailer, Provider } from './delivery/delivery.ts';
import { emlFiles } from './delivery/eml-files.ts';
import { mailFiles, mailFolder } from './delivery/mail-files.ts';
import { startWorker } from './delivery/outbox-worker.ts';
import { smtpMailer } from './delivery/smtp.ts';
import { keyedHashes, newToken } from './hashes.ts';
import { startHousekeeping } from './housekeeping.ts';
import { newsletterKey } from './key.ts';
import type { Log } from './service/log.ts';
import { createService, type Service } from './service/service.ts';
import { databasePath, openStore } from './store/open-store.ts';
import type { OutboxItem } from './store/store.ts';

/** How long a link to confirm works, in milliseconds. */
const TOKEN_LIFE = 72 * 60 * 60_000;

/** What the newsletter needs to know of the site, and the world it runs in. */
export interface Surroundings {
  readonly site: SiteUrl;
  readonly siteName: string;
  readonly accent: string;
  readonly words: Letterhead['words'];
  /** The sentence beside the form's button. */
  readonly consent: string;
  readonly postalAddress: string | undefined;
  /** The HTML of a page of the site, by its path without the base path. */
  readonly page: (path: string) => Promise<string | undefined>;
  readonly provider: Provider | undefined;
  readonly now: () => number;
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
 * Opens the list and starts to work off its outbox.
 *
 * @throws SetupError for what only the owner can put right
 */
export function startNewsletter(config: NewsletterConfig, around: Surroundings): Newsletter {
  const { site, siteName, accent, words, postalAddress, provider, now, log } = around;
  const hashes = keyedHashes(newsletterKey(config.key, config.dataDir));
  const path = databasePath(config.dataDir);
  const store = openStore({ path, hashAddress: hashes.address });
  const mailer = mailerOf(config, around);
  const head = { site, siteName, accent, words, postalAddress };

  const mails = mailFiles(mailFolder(config.dataDir));
  const house = startHousekeeping({ store, hashAddress: hashes.address, mails, now, log });

  const deliver = async (item: OutboxItem) => {
    const { errand, email, subscriber, page, createdAt } = item;
    // Somebody may leave between the moment a line is taken and the one its mail is ready.
    const isWanted = () => store.stillWaits(item.id);
    const to = { email, unsubscribeToken: hashes.unsubscribeToken(subscriber) };
    if (errand === 'take-back') {
      await provider?.remove(email);
    } else if (errand === 'hand-over' || (errand === 'confirm' && provider?.confirms)) {
      await provider?.add({ email, page, at: createdAt });
    } else if (errand === 'confirm') {
      // Made when it is sent, so that it lies nowhere but in the mail.
      const { token, hash } = newToken();
      store.issueToken(hash, subscriber, now() + TOKEN_LIFE);
      await mailer.send(confirmMail(head, to, token), isWanted);
    } else await mailer.send(welcomeMail(head, to), isWanted);
  };

  const ended = ({ errand }: OutboxItem) => {
    // Its address went with it.
    if (errand === 'take-back') void house.clear();
  };

  const worker = startWorker({ store, deliver, ended, now, random: around.random, log });
  const service = createService({
    site,
    store,
    hashes,
    wording: around.consent,
    afterConfirm: provider ? ['welcome', 'hand-over'] : ['welcome'],
    // A provider that asks people to confirm has its own links to leave, and sends all mails.
    afterLeave: provider && !provider.confirms ? ['take-back'] : [],
    page: around.page,
    rates: config.rates,
    now,
    wake: worker.wake,
    clear: house.clear,
    log,
  });
  return {
    ...service,
    clientAddressHeader: config.clientAddressHeader,
    stop: async () => {
      await worker.stop();
      await house.stop();
      mailer.close();
      store.close();
    },
  };
}

function mailerOf({ smtpUrl, from, dataDir }: NewsletterConfig, around: Surroundings): Mailer {
  const sender = { name: around.siteName, address: from };
  if (smtpUrl !== undefined) return smtpMailer(smtpUrl, sender);
  const folder = mailFolder(dataDir);
  around.print(
    `SMTP_URL is not set, so mails of the newsletter go to ${folder}/ and their links are printed here.`,
  );
  return emlFiles(folder, sender, around.print, around.now);
}
