import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import { AMOUNT_MAX, readAmount } from './amount.ts';
import { choice } from './read-signed.ts';
import { BASES, type Repayment, SHARES } from './repayment.ts';

/** The fields of the estimate, beside the box `repay` that asks for one. */
export const REPAYMENT_FIELDS = ['gross', 'net', 'base', 'share', 'worked', 'months'] as const;
type Field = (typeof REPAYMENT_FIELDS)[number];

/** The longest clause taken, in months: five times what is usual. */
const MONTHS_MAX = 120;

/** What can be wrong with them. */
export const REPAYMENT_MISTAKES = [
  'grossMissing',
  'amountLetters',
  'amountNegative',
  'amountUnclear',
  'amountZero',
  'amountBig',
  'netAboveGross',
  'netMissing',
  'baseMissing',
  'shareMissing',
  'workedMissing',
  'monthsMissing',
  'monthsWrong',
  'monthsZero',
  'workedOverMonths',
] as const;
type Kind = (typeof REPAYMENT_MISTAKES)[number];

/** A field that was read, one that was left empty, or what is wrong with it. */
type Read =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly mistake: Kind };

/** Whether an estimate is asked for. Its fields may hold something from before; that asks for none. */
export function asksForEstimate(answers: Answers): boolean {
  return answers['repay'] === 'yes';
}

/**
 * Reads what is needed for an estimate: the fields of `REPAYMENT_FIELDS`. `net` may stay empty
 * unless the clause counts it, and `months` for a job never started, where it changes nothing.
 */
export function readRepayment(answers: Answers): Reading<Repayment> {
  const mistakes: Mistake[] = [];
  const wrong = (field: Field, mistake: Kind, blanks?: Mistake['blanks']) => {
    mistakes.push(blanks ? { field, mistake, blanks } : { field, mistake });
  };
  const read = (field: Field, reader: (text: string) => Read, missing: Kind | undefined) => {
    const result = reader((answers[field] ?? '').trim());
    if (result.kind === 'value') return result.value;
    if (result.kind === 'wrong') wrong(field, result.mistake, { max: MAX[result.mistake] ?? '' });
    else if (missing) wrong(field, missing);
    return undefined;
  };

  const base = choice(answers['base'], BASES);
  const share = choice(answers['share'], SHARES);
  const gross = read('gross', sumOf, 'grossMissing');
  const net = read('net', sumOf, base === 'net' ? 'netMissing' : undefined);
  if (gross !== undefined && net !== undefined && net > gross) wrong('net', 'netAboveGross');
  if (!base) wrong('base', 'baseMissing');
  if (!share) wrong('share', 'shareMissing');
  const worked = read('worked', monthsOf, 'workedMissing');
  const months = read('months', monthsOf, worked === 0 ? undefined : 'monthsMissing');
  if (months === 0) wrong('months', 'monthsZero');
  else if (worked !== undefined && months !== undefined && worked > months) {
    wrong('worked', 'workedOverMonths', { months });
  }
  if (mistakes.length > 0 || gross === undefined || !base || !share || worked === undefined) {
    return { kind: 'mistakes', mistakes };
  }
  const served =
    worked === 0 || months === undefined
      ? { kind: 'none' as const }
      : { kind: 'some' as const, worked, of: months };
  return { kind: 'read', value: { gross, net, base, share, served } };
}

/** What fills `{max}` in a sentence. */
const MAX: Readonly<Partial<Record<Kind, string | number>>> = {
  amountBig: AMOUNT_MAX.toLocaleString('en-US'),
  monthsWrong: MONTHS_MAX,
};

const AMOUNT_MISTAKES = {
  letters: 'amountLetters',
  negative: 'amountNegative',
  unclear: 'amountUnclear',
  zero: 'amountZero',
  big: 'amountBig',
} as const satisfies Record<string, Kind>;

function sumOf(text: string): Read {
  if (text === '') return { kind: 'empty' };
  const amount = readAmount(text);
  return amount.kind === 'amount'
    ? { kind: 'value', value: amount.cents }
    : { kind: 'wrong', mistake: AMOUNT_MISTAKES[amount.kind] };
}

function monthsOf(text: string): Read {
  if (text === '') return { kind: 'empty' };
  const whole = /^\d{1,4}$/.test(text) && Number(text) <= MONTHS_MAX;
  return whole ? { kind: 'value', value: Number(text) } : { kind: 'wrong', mistake: 'monthsWrong' };
}
