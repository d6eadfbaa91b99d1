import { describe, expect, it } from 'vitest';
import { CLAUSES } from '../../../../src/plan/signed/clauses.ts';
import { readSigned } from '../../../../src/plan/signed/read-signed.ts';
import { RULES } from './content.ts';

const filled = {
  country: 'us',
  accepted: 'signed',
  ...Object.fromEntries(CLAUSES.map((id) => [id, 'no'])),
};

describe('readSigned', () => {
  it('reads a checklist that is filled in', () => {
    const reading = readSigned({ ...filled, visa: 'unsure' }, RULES.clauses);
    expect(reading).toMatchObject({
      kind: 'read',
      value: { country: 'us', accepted: 'signed', answers: { visa: 'unsure', campus: 'no' } },
    });
  });

  it('takes no answer for granted, and tells of each in the order of the form', () => {
    const reading = readSigned({}, RULES.clauses);
    const fields = reading.kind === 'mistakes' ? reading.mistakes.map(({ field }) => field) : [];
    expect(fields).toEqual(['country', 'accepted', ...CLAUSES]);
  });

  it('knows only the answers that it offers', () => {
    const given = { ...filled, country: 'constructor', notice: 'perhaps' };
    const reading = readSigned(given, RULES.clauses);
    expect(reading).toEqual({
      kind: 'mistakes',
      mistakes: [
        { field: 'country', mistake: 'country' },
        { field: 'notice', mistake: 'clause', blanks: { clause: 'Notice before the start' } },
      ],
    });
  });
});
