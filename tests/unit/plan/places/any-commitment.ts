import fc from 'fast-check';
import {
  ACCEPTANCES,
  ANSWERS,
  CLAUSES,
  type Commitment,
  JOBS,
} from '../../../../src/plan/places/commitment.ts';

/** Any commitment, its kinds of yes and of job included. */
export const anyCommitment: fc.Arbitrary<Commitment> = fc.record({
  accepted: fc.constantFrom(...ACCEPTANCES, undefined),
  trial: fc.boolean(),
  job: fc.constantFrom(...JOBS),
  clauses: fc.dictionary(fc.constantFrom(...CLAUSES), fc.constantFrom(...ANSWERS)),
});
