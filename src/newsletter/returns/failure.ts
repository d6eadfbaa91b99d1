import { ENHANCED, isNoSuchMailbox, verdictOn } from '../delivery/smtp-refusal.ts';
import type { ReportedRecipient } from './report.ts';

/**
 * What a report means for an address: `gone`, there is no such mailbox; `full`, it takes no more for
 * now; `refused`, it failed for good, for a reason that may be about us; `nothing`, it is not over, or
 * it arrived.
 */
export interface Failure {
  readonly meaning: 'gone' | 'full' | 'refused' | 'nothing';
  /** The code that says so; empty where there is none. */
  readonly code: string;
}

/** RFC 3463, section 3.3: X.2.2, whether the server would have tried again or not. */
const FULL = /^[45]\.2\.2$/;

/** Codes that say no more than that it failed, or that time was up (RFC 3463, sections 3.1 and 3.5). */
const EMPTY = /^(?:[45]\.0\.0|[45]\.4\.7)$/;

/** What servers without enhanced codes say of a full mailbox. */
const FULL_IN_WORDS = /quota|(?:mail ?box|inbox)\b.{0,20}\bfull|storage (?:limit|allocation)/i;

/** RFC 5321, section 4.2. */
const BASIC = /\b[45]\d\d\b/;

/**
 * What is said of one recipient. A report's own code comes first. Where it says nothing, as those of
 * Exim (always 5.0.0), the last server's answer does.
 *
 * @param atRecipient whether it is known that the server refused the recipient, not the mail
 */
function failureOf(
  { action, status, diagnostic }: ReportedRecipient,
  atRecipient: boolean,
): Failure {
  const told = ENHANCED.exec(diagnostic)?.[0] ?? '';
  const code = (status === '' || EMPTY.test(status)) && told !== '' ? told : status;
  if (action !== 'failed') return { meaning: 'nothing', code };
  if (FULL.test(code)) return { meaning: 'full', code };
  if (isNoSuchMailbox(code)) return { meaning: 'gone', code };
  if (code !== '' && !EMPTY.test(code)) return { meaning: 'refused', code };
  const basic = BASIC.exec(diagnostic)?.[0];
  if (basic === undefined) return { meaning: 'refused', code };
  if (FULL_IN_WORDS.test(diagnostic)) return { meaning: 'full', code: basic };
  const command = atRecipient ? 'RCPT TO' : 'DATA';
  const { permanent } = verdictOn({ code: Number(basic), response: diagnostic, command });
  return { meaning: permanent ? 'gone' : 'refused', code: basic };
}

/** The mildest first: an address that leads to several mailboxes is gone when all of them are. */
const MILD = ['nothing', 'refused', 'full', 'gone'] as const;

/**
 * What a whole report means for one person. Of several recipients those count that are theirs; where
 * none is, the mail was passed on to all of them, and the mildest counts.
 *
 * @param isTheirs whether an address is the person's own
 */
export function failureFor(
  recipients: readonly ReportedRecipient[],
  atRecipient: boolean,
  isTheirs: (address: string) => boolean,
): Failure {
  const own = recipients.filter(({ addresses }) => addresses.some(isTheirs));
  const failures = (own.length > 0 ? own : recipients).map((one) => failureOf(one, atRecipient));
  const [mildest = { meaning: 'nothing', code: '' }] = failures.toSorted(
    (one, other) => MILD.indexOf(one.meaning) - MILD.indexOf(other.meaning),
  );
  return mildest;
}
