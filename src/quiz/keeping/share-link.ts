import { type Answers, countAnswers } from '../engine/answers.ts';
import { LENGTHS } from '../engine/session.ts';
import { packAnswers, unpackAnswers } from './answer-code.ts';

/**
 * Counts up whenever the questions change, their number, order or wording, so that an old link is
 * not read as answers to other questions. The picking rule and the model may change without it: a
 * link holds answers by question. What a browser keeps goes by it too.
 */
export const VERSION = 1;

/** `q`, the version, a dash, then the answers and two digits that give a mistyped link away. */
const SHAPE = /^#?q(\d+)-(.*)$/is;

/** How many of them. */
const CHECK = 2;

/** What a fragment holds. */
export type SharedResult =
  | { readonly kind: 'ok'; readonly answers: Answers }
  /** It was a link to a result once: cut off, mistyped, or not after 12, 18 or 24 questions. */
  | { readonly kind: 'broken' }
  /** It belongs to other questions than today's. */
  | { readonly kind: 'old-version'; readonly version: number }
  /** It is no link to a result: empty, or a place on the page. */
  | { readonly kind: 'foreign' };

/**
 * The fragment, without `#`, of a link to the result of `answers`: 17 characters that need no
 * escaping (RFC 3986, section 3.5). Browsers never send a fragment to a server.
 */
export function shareFragment(answers: Answers): string {
  const code = packAnswers(answers);
  return `q${VERSION}-${code}${checkDigits(code)}`;
}

/** Reads a fragment, with or without `#`, whatever it holds. Never throws. */
export function readShareFragment(fragment: string): SharedResult {
  const [, version, code = ''] = SHAPE.exec(fragment) ?? [];
  if (version === undefined) return { kind: 'foreign' };
  if (Number(version) !== VERSION) return { kind: 'old-version', version: Number(version) };
  const packed = code.slice(0, -CHECK).toLowerCase();
  const answers = unpackAnswers(packed);
  const whole = answers && code.slice(-CHECK).toLowerCase() === checkDigits(packed);
  const finished = answers && LENGTHS.some((length) => length === countAnswers(answers));
  return whole && finished ? { kind: 'ok', answers } : { kind: 'broken' };
}

/** Prime, so that one wrong character or two swapped ones always give other digits. */
const CHECK_MODULUS = 1021;

function checkDigits(code: string): string {
  let sum = 0;
  for (const digit of code) sum = (sum * 36 + Number.parseInt(digit, 36)) % CHECK_MODULUS;
  return sum.toString(36).padStart(CHECK, '0');
}
