/** A refusal of a mail server. */
export interface Refusal {
  /** Three digits (RFC 5321, section 4.2). */
  readonly code: number;
  /** All that the server said, the code included. */
  readonly response: string;
  /** At which step, such as `RCPT TO`. */
  readonly command: string;
}

/** What is told of it: the codes and the step, and none of the words, which may name the address. */
export interface Verdict {
  /** Whether the address can get no mail, so that trying again is of no use. */
  readonly permanent: boolean;
  readonly sentence: string;
}

/** RFC 3463, section 2: class, subject and detail, behind the three digits. No part of an IP address. */
export const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/;

/**
 * Enhanced codes that say that there is no such mailbox: bad address, bad domain, bad syntax, moved
 * away, no mail accepted there (RFC 3463, sections 3.2 and 3.3; RFC 7505, section 4.1). All others of
 * the fifth class are about us, the message, a limit, or something that may be mended.
 */
const NO_SUCH_MAILBOX = new Set(['1.0', '1.1', '1.2', '1.3', '1.4', '1.6', '1.10', '2.1']);

/** Whether an enhanced code says that there is no such mailbox, and never will be. */
export function isNoSuchMailbox(code: string): boolean {
  return code.startsWith('5.') && NO_SUCH_MAILBOX.has(code.slice('5.'.length));
}

/** The same without enhanced codes, as answers to RCPT alone (RFC 5321, section 4.2.3; RFC 7504). */
const NO_SUCH_RECIPIENT = new Set([550, 551, 553, 556]);

/** Words of servers that refuse us, or all mail for now, by a code that others use for an address. */
const ABOUT_US =
  /relay|authent|polic|spam|abus|block|black|deny|denied|reput|listed|spf|dkim|dmarc|quota|full|limit|rate|sender|client host|your (ip|host|server)|try again|temporar/i;

/**
 * What a refusal means. Final is only what is certainly about the address: everything else is tried
 * again for as long as mails are, and the owner sees it meanwhile.
 */
export function verdictOn({ code, response, command }: Refusal): Verdict {
  const [enhanced] = ENHANCED.exec(response) ?? [];
  const sentence = `The mail server answered ${[code, enhanced].filter(Boolean).join(' ')} to ${command}.`;
  if (code < 500) return { permanent: false, sentence };
  if (enhanced !== undefined) {
    // Of the sender, RCPT and DATA say nothing by these codes.
    return { permanent: isNoSuchMailbox(enhanced) && command !== 'MAIL FROM', sentence };
  }
  const permanent =
    command === 'RCPT TO' && NO_SUCH_RECIPIENT.has(code) && !ABOUT_US.test(response);
  return { permanent, sentence };
}
