import { describe, expect, it } from 'vitest';
import { whoFirst } from '../../../../src/plan/tell-by/who-first.ts';
import { words } from './written-rules.ts';

const tell = (
  job: 'ordinary' | 'texasTeacher' | 'match',
  { agency = false, visa = false, owed = false } = {},
) => whoFirst(words.who.people, { job, agency, visa }, owed).map(({ name }) => name);

describe('whoFirst', () => {
  it('starts with whoever made the offer, then the agency, then whoever receives notice', () => {
    expect(tell('ordinary')).toEqual([expect.stringContaining('made you the offer')]);
    expect(tell('ordinary', { agency: true, owed: true })).toEqual([
      expect.stringContaining('made you the offer'),
      expect.stringContaining('agency'),
      expect.stringContaining('Human resources'),
    ]);
  });

  it('starts with the board for teachers, with the NRMP for doctors', () => {
    expect(tell('texasTeacher')[0]).toContain('board');
    expect(tell('match')[0]).toContain('NRMP');
  });

  it.each(['ordinary', 'texasTeacher', 'match'] as const)(
    'puts a lawyer before everybody if a visa hangs on it: %s',
    (job) => {
      expect(tell(job, { visa: true, agency: true })[0]).toContain('immigration lawyer');
      expect(tell(job)[0]).not.toContain('lawyer');
    },
  );
});
