import { type Fit, fitOf } from '../occupations/matching.ts';

/** How well a job fits a person: what `fitOf` calls none is weak or, against the person, poor. */
export type JobFit = Exclude<Fit, 'none'> | 'weak' | 'poor';

/** The label of a correlation: best from .73, great from .61, weak from 0, poor below. */
export function jobFitOf(r: number): JobFit {
  const fit = fitOf(r);
  if (fit !== 'none') return fit;
  return r < 0 ? 'poor' : 'weak';
}

/** Correlations less apart than this are called equal: six points cannot tell them apart. */
const EQUAL_BELOW = 0.05;

/** What two jobs' correlations `job` and `other` say about the choice between them. */
export function compareFits(job: number, other: number): 'job' | 'other' | 'equal' | 'bothPoor' {
  if (jobFitOf(job) === 'poor' && jobFitOf(other) === 'poor') return 'bothPoor';
  if (Math.abs(job - other) < EQUAL_BELOW) return 'equal';
  return job > other ? 'job' : 'other';
}
