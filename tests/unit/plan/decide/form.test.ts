import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormAnswers } from '../../../../src/forms/form-answers.ts';
import { decide } from '../../../../src/plan/decide/decide.ts';
import { decideForm } from '../../../../src/plan/decide/form.ts';
import { row, SETUP } from './decisions.ts';

const read = (answers: FormAnswers) => decideForm(SETUP).read({ against: 'offer', ...answers });
const readWell = (answers: FormAnswers) => {
  const reading = read(answers);
  if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
  return reading.value;
};

describe('decideForm', () => {
  it('wants to know what is compared', () => {
    const mistakes = [{ field: 'against', mistake: 'against' }];
    expect(decideForm(SETUP).read({})).toEqual({ kind: 'mistakes', mistakes });
    expect(decideForm(SETUP).read({ against: 'both' })).toEqual({ kind: 'mistakes', mistakes });
  });

  it('takes an empty form for a question without rows', () => {
    expect(readWell({})).toEqual({
      against: 'offer',
      names: {},
      ownRows: {},
      rows: [],
      idle: [],
      unfinished: [],
      ticked: [],
      facts: { accepted: { pros: [], cons: [] }, other: { pros: [], cons: [] } },
    });
  });

  it('reads rows, names, facts and boxes', () => {
    expect(
      readWell({
        'accepted-name': ' Harbor ',
        'other-name': '',
        'money-weight': '5',
        'money-accepted': '4',
        'money-other': '1',
        'own-2-name': 'A dog at work',
        'own-2-weight': '0',
        'own-2-accepted': '1',
        'own-2-other': '5',
        'other-pros': 'Ten minutes away\r\n\n  A real team ',
        'offer-written': 'yes',
        'offer-signed': 'yes',
        'stay-pay': 'yes',
      }),
    ).toMatchObject({
      names: { accepted: 'Harbor' },
      ownRows: { 'own-2': 'A dog at work' },
      rows: [row('money', 5, 4, 1), row('own-2', 0, 1, 5)],
      facts: { other: { pros: ['Ten minutes away', 'A real team'], cons: [] } },
      ticked: ['written', 'signed'],
    });
  });

  it('leaves out a row with an empty cell, and remembers it', () => {
    const value = readWell({
      'money-weight': '5',
      'work-accepted': '3',
      'manager-weight': '0',
      'time-weight': '0',
      'time-accepted': '2',
      'own-1-name': 'The dog',
    });
    expect(value.rows).toEqual([]);
    expect(value.unfinished).toEqual(['money', 'work', 'own-1']);
    expect(value.idle).toEqual(['manager', 'time']);
  });

  it('counts a row of the reader without its name, which a link leaves out', () => {
    const answers = { 'own-1-weight': '2', 'own-1-accepted': '3', 'own-1-other': '4' };
    expect(readWell(answers)).toMatchObject({ ownRows: {}, rows: [row('own-1', 2, 3, 4)] });
  });

  it.each([
    ['work-weight', '6'],
    ['work-weight', '-1'],
    ['work-accepted', '0'],
    ['work-other', '6'],
    ['work-other', '2.5'],
    ['work-other', ' 3'],
    ['work-other', 'well'],
  ])('refuses %s of "%s"', (field, value) => {
    const mistakes = [{ field, mistake: 'choice' }];
    expect(read({ [field]: value })).toEqual({ kind: 'mistakes', mistakes });
  });

  it('tells how long a text is that is too long', () => {
    expect(read({ 'accepted-name': 'x'.repeat(61), 'other-cons': '🙂'.repeat(2001) })).toEqual({
      kind: 'mistakes',
      mistakes: [
        { field: 'accepted-name', mistake: 'long', blanks: { limit: 60, count: 61 } },
        { field: 'other-cons', mistake: 'long', blanks: { limit: 2000, count: 2001 } },
      ],
    });
    expect(read({ 'other-name': '🙂'.repeat(60), 'other-pros': 'x'.repeat(2000) }).kind).toBe(
      'read',
    );
  });

  it('never throws, and what it reads can be decided', () => {
    const field = fc.constantFrom(
      ...['against', 'accepted-name', 'money-weight', 'money-accepted', 'money-other'],
      ...['own-1-name', 'own-1-weight', 'other-pros', 'offer-written', '__proto__', 'toString'],
    );
    const text = fc.oneof(fc.constantFrom('', '0', '3', 'yes', 'offer', 'none'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(field, text)), (entries) => {
        const reading = decideForm(SETUP).read(Object.fromEntries(entries));
        if (reading.kind === 'read') decide(reading.value, SETUP);
        else expect(reading.mistakes.length).toBeGreaterThan(0);
      }),
    );
  });
});
