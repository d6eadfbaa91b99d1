import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import { readSigned } from '../../../../src/plan/signed/read-signed.ts';
import { RULES } from './content.ts';

const filled = {
  country: 'us',
  job: 'ordinary',
  accepted: 'signed',
  ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
};

describe('readSigned', () => {
  it('reads a checklist that is filled in', () => {
    expect(readSigned({ ...filled, visa: 'unsure' }, RULES)).toMatchObject({
      kind: 'read',
      value: {
        country: 'us',
        commitment: {
          ...{ accepted: 'signed', job: 'ordinary', trial: false },
          clauses: { visa: 'unsure', campus: 'no' },
        },
      },
    });
  });

  it('takes a trial period only where it changes the law', () => {
    const trialIn = (country: string) => {
      const reading = readSigned({ ...filled, country, trial: 'yes' }, RULES);
      return reading.kind === 'read' && reading.value.commitment.trial;
    };
    expect(trialIn('at')).toBe(true);
    expect(trialIn('us')).toBe(false);
  });

  it('takes no answer for granted, and tells of each in the order of the form', () => {
    const reading = readSigned({}, RULES);
    const fields = reading.kind === 'mistakes' ? reading.mistakes.map(({ field }) => field) : [];
    expect(fields).toEqual(['country', 'accepted', ...CLAUSES]);
  });

  it('knows only the answers that it offers', () => {
    const given = { ...filled, country: 'constructor', job: 'astronaut', notice: 'perhaps' };
    expect(readSigned(given, RULES)).toEqual({
      kind: 'mistakes',
      mistakes: [
        { field: 'country', mistake: 'country' },
        { field: 'job', mistake: 'job' },
        { field: 'notice', mistake: 'clause', blanks: { clause: 'Notice before the start' } },
      ],
    });
  });

  it.each(['texasTeacher', 'match'])('has %s in the United States alone', (job) => {
    expect(readSigned({ ...filled, job }, RULES).kind).toBe('read');
    expect(readSigned({ ...filled, job, country: 'uk' }, RULES)).toEqual({
      kind: 'mistakes',
      mistakes: [{ field: 'job', mistake: 'jobElsewhere' }],
    });
  });
});
