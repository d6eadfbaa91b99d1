import type { Answers, Reading } from '../../forms/reading.ts';
import type { HandedRules } from './handed-rules.ts';
import { asksForEstimate, readRepayment } from './read-repayment.ts';
import { readSigned, type SignedQuestion } from './read-signed.ts';
import type { Repayment } from './repayment.ts';

/** All that a reader says of their papers; `repayment` where they ask what would go back. */
export interface Papers {
  readonly question: SignedQuestion;
  readonly repayment: Repayment | undefined;
}

/** Reads the checklist, and the estimate if it is asked for, with the mistakes of both. */
export function readPapers(
  answers: Answers,
  rules: Pick<HandedRules, 'places' | 'clauses'>,
): Reading<Papers> {
  const question = readSigned(answers, rules);
  const repayment = asksForEstimate(answers) ? readRepayment(answers) : NOT_ASKED;
  if (question.kind === 'read' && repayment.kind === 'read') {
    return { kind: 'read', value: { question: question.value, repayment: repayment.value } };
  }
  const mistakes = [question, repayment].flatMap((reading) =>
    reading.kind === 'mistakes' ? reading.mistakes : [],
  );
  return { kind: 'mistakes', mistakes };
}

const NOT_ASKED: Reading<undefined> = { kind: 'read', value: undefined };
