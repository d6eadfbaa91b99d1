import { describe, expect, it } from 'vitest';
import { JOBS, type Job } from '../../../../src/plan/places/commitment.ts';
import {
  CONDITIONS,
  type Condition,
  peopleToTell,
} from '../../../../src/plan/tell-by/people-to-tell.ts';
import { words } from './written-law.ts';

function namesFor(job: Job, ...holding: Condition[]): string[] {
  const holds = Object.fromEntries(
    CONDITIONS.map((condition) => [condition, holding.includes(condition)]),
  ) as Record<Condition, boolean>; // Each condition was given its answer.
  return peopleToTell(words.who.people, job, holds).map(({ name }) => name);
}

describe('peopleToTell', () => {
  it('starts with whoever made the offer, then the agency, then whoever receives notice', () => {
    expect(namesFor('ordinary', 'message')).toEqual([
      expect.stringContaining('made you the offer'),
    ]);
    expect(namesFor('ordinary', 'message', 'agency', 'notice')).toEqual([
      expect.stringContaining('made you the offer'),
      expect.stringContaining('agency'),
      expect.stringContaining('uman resources'),
    ]);
  });

  it('starts with whoever gets the letter, where only a letter counts', () => {
    expect(namesFor('ordinary', 'paper')).toEqual([
      expect.stringContaining('receives notice'),
      expect.stringContaining('made you the offer'),
    ]);
  });

  it('asks the body behind a license, and a lawyer, before the employer', () => {
    expect(namesFor('licensed', 'message', 'advice')).toEqual([
      expect.stringContaining('body that licenses you'),
      expect.stringContaining('employment lawyer'),
      expect.stringContaining('made you the offer'),
    ]);
  });

  it('starts with the board for teachers, with the NRMP for doctors', () => {
    expect(namesFor('texasTeacher', 'message')[0]).toContain('board');
    expect(namesFor('match', 'message')[0]).toContain('NRMP');
  });

  it.each(JOBS)('puts a lawyer before everybody if a visa hangs on it: %s', (job) => {
    expect(namesFor(job, 'visa', 'agency', 'message')[0]).toContain('immigration lawyer');
    expect(namesFor(job, 'message')[0]).not.toContain('lawyer');
  });
});
