import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../../src/plan/places/commitment.ts';
import { FORM } from './content.ts';

const filled = {
  country: 'us',
  job: 'ordinary',
  accepted: 'signed',
  ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
};

describe('the checklist', () => {
  it('reads a checklist that is filled in', () => {
    expect(FORM.read({ ...filled, visa: 'unsure' })).toMatchObject({
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
      const reading = FORM.read({ ...filled, country, trial: 'yes' });
      return reading.kind === 'read' && reading.value.commitment.trial;
    };
    expect(trialIn('at')).toBe(true);
    expect(trialIn('us')).toBe(false);
  });

  it('takes no answer for granted, and tells of each in the order of the form', () => {
    const reading = FORM.read({});
    const fields = reading.kind === 'mistakes' ? reading.mistakes.map(({ field }) => field) : [];
    expect(fields).toEqual(['country', 'accepted', ...CLAUSES]);
  });

  it('knows only the answers that it offers', () => {
    const given = { ...filled, country: 'constructor', job: 'astronaut', notice: 'perhaps' };
    expect(FORM.read(given)).toEqual({
      kind: 'mistakes',
      mistakes: [
        { field: 'country', mistake: 'country' },
        { field: 'job', mistake: 'job' },
        { field: 'notice', mistake: 'clause', blanks: { clause: 'Notice before the start' } },
      ],
    });
  });

  it.each(['texasTeacher', 'match'])('has %s in the United States alone', (job) => {
    expect(FORM.read({ ...filled, job }).kind).toBe('read');
    expect(FORM.read({ ...filled, job, country: 'uk' })).toEqual({
      kind: 'mistakes',
      mistakes: [{ field: 'job', mistake: 'jobElsewhere' }],
    });
  });
});
