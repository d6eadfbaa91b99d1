import { type Answer, type Answers, openTypes } from '../engine/answers.ts';
import { isSix, TYPES } from '../engine/types.ts';

/** Crockford's base 32, in lower case: no i, l, o or u that a person could misread. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const BASE = DIGITS.length;

/** Most answers that two digits can hold for one type: 1 + 5 + 25 + 125 + 625 ≤ 32². */
const PER_TYPE = 4;
const LEVELS = 5;

/**
 * All answers in twelve characters, two for each type. A type's answers are read as a number in
 * bijective base 5, in which no answers are 0 and every other list has a number of its own.
 */
export function packAnswers(answers: Answers): string {
  if (openTypes(answers, PER_TYPE + 1).length < TYPES.length) {
    throw new Error(`Found: a type with more answers. Allowed: at most ${PER_TYPE} a type.`);
  }
  return TYPES.map((type) => {
    const number = answers[type].reduce<number>((total, answer) => total * LEVELS + answer, 0);
    return DIGITS.charAt(Math.floor(number / BASE)) + DIGITS.charAt(number % BASE);
  }).join('');
}

/** The answers that `packAnswers` wrote as `code`, or undefined where it never writes that. */
export function unpackAnswers(code: string): Answers | undefined {
  if (code.length !== 2 * TYPES.length) return undefined;
  const types = TYPES.flatMap((type) => {
    const given = unpackType(code.slice(2 * type, 2 * type + 2));
    return given ? [given] : [];
  });
  return isSix(types) ? types : undefined;
}

function unpackType(pair: string): readonly Answer[] | undefined {
  const [high = -1, low = -1] = [...pair].map((digit) => DIGITS.indexOf(digit));
  if (high < 0 || low < 0) return undefined;
  const given: Answer[] = [];
  for (let rest = high * BASE + low; rest > 0; ) {
    const answer = ((rest - 1) % LEVELS) + 1;
    // Bijective base 5 has the digits 1 to 5.
    given.unshift(answer as Answer);
    rest = (rest - answer) / LEVELS;
  }
  return given.length > PER_TYPE ? undefined : given;
}
