import {
  FULL_TOO_OFTEN,
  type KnownMail,
  type ReturnOutcome,
  type Returns,
} from '../store/returns.ts';
import { believed, isOf, type Keyed } from './clues.ts';
import { type Failure, failureFor } from './failure.ts';
import type { Incoming } from './incoming.ts';
import { type Report, readReport } from './report.ts';

/** What is done about a mail. */
interface Deed {
  /** For the owner, without an address. */
  readonly said: string;
  /** Whether nothing is left to do, so that nobody needs to read it. */
  readonly handled: boolean;
  readonly removed: boolean;
}

/**
 * Types of feedback by which a reader says that they want no more (RFC 5965, section 7.3). `opt-out`
 * was in its drafts, and is still sent. A virus, a failed signature and "not spam" say nothing of it.
 */
const UNWANTED = new Set(['abuse', 'fraud', 'opt-out']);

const NOTHING = { removed: false, handled: true };

/** For people: a report that is not understood may still matter to them. */
const leftAlone = (why: string): Deed => ({
  said: `${why} Left alone.`,
  handled: false,
  removed: false,
});

const MEANINGS: Readonly<Record<Exclude<Failure['meaning'], 'nothing'>, string>> = {
  gone: 'no such mailbox',
  full: 'the mailbox is full',
  refused: 'refused, perhaps because of us',
};

/** What became of somebody, in words. */
function outcomeOf({ news, removed, fullInARow }: ReturnOutcome, mayEnd: boolean): string {
  if (removed) return 'Taken off the list.';
  if (!news) return 'Known already, nothing done.';
  if (fullInARow > 0) {
    return `Nothing done: ${fullInARow} of ${FULL_TOO_OFTEN} letters in a row.`;
  }
  return mayEnd ? 'Not on the list any more, nothing done.' : 'Counted, nothing done.';
}

const about = ({ letter }: KnownMail): string => (letter === undefined ? '' : `, ${letter}`);

/** Decides about one mail, and does it. */
async function take(raw: Buffer, list: Returns, keyed: Keyed, at: number): Promise<Deed> {
  const report: Report = await readReport(raw).catch(() => ({ kind: 'other' }));
  switch (report.kind) {
    case 'automatic':
      return { said: 'An automatic reply. Nothing done.', ...NOTHING };
    case 'other':
      return leftAlone('No report.');
    case 'complaint': {
      const mail = await list.knownMail(believed(report.clues, keyed));
      if (mail === undefined) return leftAlone('A complaint about no mail of ours.');
      // Others count as this one (RFC 5965, section 3.1), and could be anybody's address.
      const code = /^[a-z-]{1,20}$/.test(report.feedback) ? report.feedback : 'other';
      const said = `A complaint (${code})${about(mail)}.`;
      if (!UNWANTED.has(code)) return { said: `${said} Nothing done.`, ...NOTHING };
      const outcome = await list.takeReturn({ ...mail, kind: 'complaint', code, at });
      const { removed } = outcome;
      return { said: `${said} ${outcomeOf(outcome, true)}`, removed, handled: true };
    }
    case 'delivery': {
      const mail = await list.knownMail(believed(report.clues, keyed));
      if (mail === undefined) return leftAlone('A report about no mail of ours.');
      const { recipients, atRecipient } = report;
      const failure = failureFor(recipients, atRecipient, isOf(mail.person, keyed));
      const { meaning: kind, code } = failure;
      const coded = code === '' ? '' : ` (${code})`;
      if (kind === 'nothing') {
        return { said: `Not failed, or not yet${coded}${about(mail)}. Nothing done.`, ...NOTHING };
      }
      const outcome = await list.takeReturn({ ...mail, kind, code, at });
      const said = `Not delivered, ${MEANINGS[kind]}${coded}${about(mail)}.`;
      const { removed } = outcome;
      return { said: `${said} ${outcomeOf(outcome, kind === 'gone')}`, removed, handled: true };
    }
  }
}

/** Where what came back is noted, and what tells whose it was. */
export interface Taking {
  readonly list: Returns;
  readonly keyed: Keyed;
  readonly now: () => number;
  /** A line for the owner, for each mail. */
  readonly say: (line: string) => void;
}

/** How many mails there were, and how many people were taken off the list. */
export interface Taken {
  readonly mails: number;
  readonly removed: number;
}

/**
 * Reads mails that came in, and does what delivery reports and complaints among them ask for. Each is
 * handled before the next one is read, so that a run that is cut off is simply run again.
 */
export async function takeReturns(
  mails: AsyncIterable<Incoming>,
  { list, keyed, now, say }: Taking,
): Promise<Taken> {
  const taken = { mails: 0, removed: 0 };
  for await (const { raw, handled } of mails) {
    taken.mails += 1;
    const deed =
      raw === undefined
        ? leftAlone('Too large for a report.')
        : await take(raw, list, keyed, now());
    if (deed.handled) await handled();
    if (deed.removed) taken.removed += 1;
    say(`${taken.mails}. ${deed.said}`);
  }
  return taken;
}
