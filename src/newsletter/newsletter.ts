import type { SiteUrl } from '../build/site-url.ts';
import type { NewsletterConfig } from './config.ts';
import { confirmMail, type Letterhead, welcomeMail } from './delivery/compose.ts';
import type { Mailer, Provider } from './delivery/delivery.ts';
import { emlFiles } from './delivery/eml-files.ts';
import { type MailFiles, mailFiles, mailFolder } from './delivery/mail-files.ts';
import { startWorker } from './delivery/outbox-worker.ts';
import { smtpMailer } from './delivery/smtp.ts';
import { keyedHashes, newToken } from './hashes.ts';
import { startHousekeeping } from './housekeeping.ts';
import { newsletterKey } from './key.ts';
import type { Log } from './service/log.ts';
import { createService, type Service } from './service/service.ts';
import { databasePath } from './store/data-folder.ts';
import type { OutboxItem } from './store/list.ts';
import { startList } from './store/list-thread.ts';

/** How long a link to confirm works, in milliseconds. */
const TOKEN_LIFE = 72 * 60 * 60_000;

/** What the newsletter needs to know of the site, and the world it runs in. */
export interface Surroundings {
  readonly site: SiteUrl;
  readonly siteName: string;
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
  const { site, siteName, words, postalAddress, provider, now, log } = around;
  const key = newsletterKey(config.key, config.dataDir);
  const hashes = keyedHashes(key);
  const { list } = startList(
    () => ({ path: databasePath(config.dataDir), key }),
    (ill) => log('newsletter.list', ill ? { state: 'ill', why: ill.message } : { state: 'well' }),
  );
  const mails = mailFiles(mailFolder(config.dataDir));
  mails.deleteDrafts();
  const mailer = mailerOf(config, mails, around);
  const head = { site, siteName, words, postalAddress };
  const house = startHousekeeping({ list, hashAddress: hashes.address, mails, now, log });

  const send = async (item: OutboxItem) => {
    const { errand, email, subscriber, page, createdAt } = item;
    const isWanted = () => list.stillWaits(item.id);
    const to = { email, unsubscribeToken: hashes.unsubscribeToken(subscriber) };
    if (errand === 'hand-over' || (errand === 'confirm' && provider?.confirms)) {
      await provider?.add({ email, page, at: createdAt });
    } else if (errand === 'confirm') {
      // Made when it is sent, so that it lies nowhere but in the mail.
      const { token, hash } = newToken();
      await list.issueToken(hash, subscriber, now() + TOKEN_LIFE);
      await mailer.send(confirmMail(head, to, token), isWanted);
    } else await mailer.send(welcomeMail(head, to), isWanted);
  };

  const deliver = async (item: OutboxItem) => {
    // Whoever has left since the line was taken gets nothing more,
    if (!(await list.stillWaits(item.id))) return;
    await send(item);
    // and whom another process deleted while it was sent has no mail in a file.
    if (!(await list.isListed(item.subscriber))) await house.clear();
  };

  const worker = startWorker({ list, deliver, now, random: around.random, log });
  const service = createService({
    site,
    list,
    hashes,
    wording: around.consent,
    afterConfirm: provider ? ['welcome', 'hand-over'] : ['welcome'],
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
      await list.close();
    },
  };
}

function mailerOf(
  { smtpUrl, from, dataDir }: NewsletterConfig,
  mails: MailFiles,
  around: Surroundings,
): Mailer {
  const sender = { name: around.siteName, address: from };
  if (smtpUrl !== undefined) return smtpMailer(smtpUrl, sender);
  around.print(
    `SMTP_URL is not set, so mails of the newsletter go to ${mailFolder(dataDir)}/ and their links are printed here.`,
  );
  return emlFiles(mails, sender, around.print, around.now);
}
