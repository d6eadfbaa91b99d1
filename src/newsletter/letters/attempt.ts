import { DeliveryError } from '../delivery/delivery.ts';
import { retryDelay } from '../delivery/retry-delay.ts';
import { ENHANCED, verdictOn } from '../delivery/smtp-refusal.ts';
import type { MailEnd } from '../store/letters.ts';

/** After so many attempts a mail is given up: after two days, by the waits in between. */
const MOST_ATTEMPTS = 17;

/** So much of a server's answer is kept. */
const MOST_ANSWER = 160;

/** What came of an attempt: of the mail, or that the server takes nothing from anybody now. */
export type Attempt =
  | MailEnd
  /** There is no such mailbox, and never will be. `code` says so. */
  | { readonly kind: 'gone'; readonly answer: string; readonly code: string }
  | {
      readonly kind: 'trouble';
      readonly why: string;
      /** Whether only the owner can mend it. */
      readonly lasting: boolean;
    };

/**
 * What a server said, in one line, without the words that may name the reader: an answer is kept, and
 * an address only as long as its owner wants letters.
 */
export function answerWithout(email: string, response: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const named = (word: string): boolean => {
    const lower = word.toLowerCase();
    const parts = lower.split(/[^\p{L}\p{N}.+_-]+/u);
    return (
      lower.includes('@') ||
      parts.includes(local) ||
      lower.includes(domain) ||
      parts.includes(email)
    );
  };
  const line = response
    .split(/\s+/)
    .filter((word) => !named(word))
    .join(' ');
  return line.slice(0, MOST_ANSWER);
}

/** How an attempt ended that failed with `error`. */
export function failedAttempt(
  error: unknown,
  mail: { readonly email: string; readonly attempts: number },
  now: number,
  random: number,
): Attempt {
  if (!(error instanceof DeliveryError)) {
    return { kind: 'trouble', why: 'It failed for a reason that is not known.', lasting: true };
  }
  const { refusal, message, stopped, unseen, ready, permanent } = error;
  if (unseen) return { kind: 'unsure', answer: message };
  if (stopped) return { kind: 'free' };
  // Who is not let in, or may not send from here, has nothing to say about any reader.
  const aboutUs = refusal?.command === 'MAIL FROM' && refusal.code >= 500;
  if (!ready || aboutUs) {
    return { kind: 'trouble', why: message, lasting: (refusal?.code ?? 0) >= 500 };
  }
  const said = refusal && answerWithout(mail.email, refusal.response);
  const answer = said ? `${message} It said: ${said}` : message;
  const attempt = mail.attempts + 1;
  const final = refusal === undefined ? permanent : refusal.code >= 500;
  if (refusal && verdictOn(refusal).permanent) {
    return {
      kind: 'gone',
      answer,
      code: ENHANCED.exec(refusal.response)?.[0] ?? `${refusal.code}`,
    };
  }
  if (final || attempt >= MOST_ATTEMPTS) return { kind: 'failed', answer };
  return { kind: 'later', answer, dueAt: now + retryDelay(attempt, random) };
}
