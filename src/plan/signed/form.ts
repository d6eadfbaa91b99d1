import { type Check, fieldsFor, type Values } from '../../forms/field.ts';
import { type Form, form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { ACCEPTANCES, ANSWERS, CLAUSES, type Commitment, JOBS } from '../places/commitment.ts';
import { isElsewhere, ofPlace } from '../places/of-place.ts';
import { AMOUNT_MAX, readAmount, type TypedAmount } from './amount.ts';
import type { ElementRules } from './element-rules.ts';
import { BASES, type Repayment, SHARES } from './repayment.ts';

/** All that a reader says of their papers. */
export interface Papers {
  /** Id of a place. */
  readonly country: string;
  readonly commitment: Commitment;
  /** Where they ask what would go back. */
  readonly repayment: Repayment | undefined;
}

/**
 * The checklist, and the estimate of a repayment for whoever asks for one. Every clause has to be
 * answered: a question passed over says nothing, while "not sure" is an answer. Mistakes call a clause
 * by its name in `rules`.
 */
export function signedForm(rules: Pick<ElementRules, 'places' | 'clauses'>): Form<Papers> {
  const { places } = rules;
  const placeOf = ({ country }: FormAnswers) => ofPlace(places, country);
  const names = Object.fromEntries(rules.clauses.map(({ id, name }) => [id, name]));
  return form(
    {
      country: { kind: 'choice', options: Object.keys(places), missing: 'country' },
      job: {
        kind: 'choice',
        options: JOBS,
        chosen: 'ordinary',
        unreadable: 'job',
        wrong: { jobElsewhere: (job, answers) => isElsewhere(job, placeOf(answers)?.jobs) },
      },
      accepted: { kind: 'choice', options: ACCEPTANCES, look: 'radios', missing: 'accepted' },
      trial: { kind: 'tick', asked: (answers) => placeOf(answers)?.accepted.trial !== undefined },
      ...fieldsFor(CLAUSES, (id) => ({
        kind: 'choice',
        options: ANSWERS,
        look: 'row',
        missing: 'clause',
        blanks: { clause: names[id] ?? id },
      })),
      repay: { kind: 'tick' },
      ...REPAYMENT,
    },
    (values) => {
      const { country, job = 'ordinary', accepted, trial } = values;
      const clauses = Object.fromEntries(CLAUSES.map((id) => [id, values[id]]));
      return {
        country,
        commitment: { accepted, trial, job, clauses },
        repayment: repaymentOf(values),
      };
    },
  );
}

/** The longest clause taken, in months: five times what is usual. */
const MONTHS_MAX = 120;

/** Its fields may hold something from before; that asks for no estimate. */
const asked = ({ repay }: FormAnswers) => repay === 'yes';

const isWrong =
  (kind: TypedAmount['kind']): Check<string> =>
  (text) =>
    readAmount(text).kind === kind;

const SUM = {
  kind: 'text',
  sum: true,
  asked,
  blanks: { max: AMOUNT_MAX.toLocaleString('en-US') },
  wrong: {
    amountLetters: isWrong('letters'),
    amountNegative: isWrong('negative'),
    amountUnclear: isWrong('unclear'),
    amountZero: isWrong('zero'),
    amountBig: isWrong('big'),
  },
} as const;

const MONTHS = {
  kind: 'number',
  asked,
  unreadable: 'monthsWrong',
  blanks: { max: MONTHS_MAX },
  wrong: { monthsWrong: (count: number) => count > MONTHS_MAX },
} as const;

/**
 * What an estimate needs. `net` may stay empty unless the clause counts it, and `months` for a job
 * never started, where it changes nothing.
 */
const REPAYMENT = {
  gross: { ...SUM, missing: 'grossMissing' },
  net: {
    ...SUM,
    missing: 'netMissing',
    required: ({ base }: FormAnswers) => base === 'net',
    wrong: {
      ...SUM.wrong,
      netAboveGross: (net: string, { gross }: FormAnswers) =>
        centsOf(net) > (centsOf(gross) || Infinity),
    },
  },
  base: { kind: 'choice', options: BASES, look: 'radios', asked, missing: 'baseMissing' },
  share: { kind: 'choice', options: SHARES, look: 'radios', asked, missing: 'shareMissing' },
  worked: {
    ...MONTHS,
    missing: 'workedMissing',
    wrong: {
      ...MONTHS.wrong,
      workedOverMonths: (worked: number, answers: FormAnswers) => {
        const months = Number(answers['months']);
        return months > 0 && months <= MONTHS_MAX && worked > months && { months };
      },
    },
  },
  months: {
    ...MONTHS,
    missing: 'monthsMissing',
    required: ({ worked = '' }: FormAnswers) => !/^\s*0+\s*$/.test(worked),
    wrong: { ...MONTHS.wrong, monthsZero: (count: number) => count === 0 },
  },
} as const;

/** A sum in hundredths; 0 where there is none, or none that can be read. */
function centsOf(text = ''): number {
  const amount = readAmount(text);
  return amount.kind === 'amount' ? amount.cents : 0;
}

/** What is to be estimated; `undefined` where nobody asks. */
function repaymentOf(values: Values<typeof REPAYMENT>): Repayment | undefined {
  const { gross, net, base, share, worked, months } = values;
  if (gross === undefined || !base || !share || worked === undefined) return undefined;
  return {
    ...{ gross: centsOf(gross), net: net === undefined ? undefined : centsOf(net), base, share },
    served:
      worked === 0 || months === undefined
        ? { kind: 'none' }
        : { kind: 'some', worked, of: months },
  };
}
