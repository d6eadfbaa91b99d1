import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedControls, sentencesOf } from '../../../../src/forms/form.ts';
import type { FormAnswers } from '../../../../src/forms/form-answers.ts';
import { tellByForm } from '../../../../src/plan/tell-by/form.ts';
import { law } from './written-law.ts';

const TODAY = '2026-02-25';
const good: FormAnswers = {
  country: 'de',
  job: 'ordinary',
  start: '2026-04-01',
  notice: 'contract',
  noticeCount: '2',
  noticeUnit: 'weeks',
};

const FORM = tellByForm(law, TODAY);
const readIt = (answers: FormAnswers, today = TODAY) => tellByForm(law, today).read(answers);

/** What is wrong with `good` once `answers` are changed in it, as `field: mistake`. */
function wrongWith(answers: FormAnswers): string[] {
  const reading = readIt({ ...good, ...answers });
  return reading.kind === 'read'
    ? []
    : reading.mistakes.map(({ field, mistake }) => `${field}: ${mistake}`);
}

describe('tellByForm', () => {
  it('reads a form that is filled in', () => {
    const typed = { ...good, 'region-de': 'sn', 'region-ch': 'zh', fixed: 'yes', visa: 'yes' };
    expect(readIt(typed)).toEqual({
      kind: 'read',
      value: {
        place: 'de',
        region: 'sn',
        job: 'ordinary',
        start: '2026-04-01',
        notice: { count: 2, unit: 'weeks' },
        fixed: true,
        trial: false,
        agency: false,
        visa: true,
      },
    });
  });

  it('asks no number where the contract says nothing, whatever else was typed', () => {
    const reading = readIt({ ...good, notice: 'unknown', noticeCount: '-3' });
    expect(reading).toMatchObject({ kind: 'read', value: { notice: undefined } });
  });

  it.each([
    [{ country: 'de', notice: 'unknown' }, true],
    [{ country: 'de' }, false],
    [{ country: 'de', notice: 'unknown', fixed: 'yes' }, false],
    [{ country: 'nl' }, true],
    [{ country: 'at', fixed: 'yes' }, true],
    [{ country: 'ch', notice: 'unknown' }, false],
    [{ country: 'us', notice: 'unknown' }, false],
    [{ country: 'us', job: 'match' }, false],
  ] satisfies [FormAnswers, boolean][])('of %j asks for a trial period: %s', (answers, trial) => {
    const given: FormAnswers = { ...good, trial: 'yes', ...answers };
    expect(askedControls(FORM.fields, given).has('trial')).toBe(trial);
    const reading = readIt(given);
    if (reading.kind === 'mistakes') return expect.unreachable();
    if ('trial' in reading.value) expect(reading.value.trial).toBe(trial);
  });

  it('asks a teacher in Texas for the first day of instruction and for nothing about notice', () => {
    const { notice, ...rest } = good;
    const teacher: FormAnswers = { ...rest, country: 'us', job: 'texasTeacher', noticeCount: 'x' };
    expect(readIt(teacher)).toMatchObject({
      kind: 'read',
      value: { job: 'texasTeacher', start: '2026-04-01' },
    });
    expect(wrongWith({ ...teacher, start: '' })).toEqual(['start: instructionMissing']);
    expect(wrongWith({ ...teacher, start: '2026-02-24' })).toEqual(['start: instructionPast']);
    expect(wrongWith({ job: 'texasTeacher' })).toEqual(['job: jobElsewhere']);
  });

  it('asks somebody who matched for no day at all', () => {
    const reading = readIt({ country: 'us', job: 'match', start: '1900-01-01' });
    expect(reading).toEqual({
      kind: 'read',
      value: { place: 'us', region: undefined, job: 'match', agency: false, visa: false },
    });
    expect(wrongWith({ country: 'uk', job: 'match' })).toEqual(['job: jobElsewhere']);
  });

  it('takes a licensed job everywhere', () => {
    for (const country of Object.keys(law.places)) {
      expect(wrongWith({ country, job: 'licensed' }), country).toEqual([]);
    }
  });

  it('tells all that is missing, in the order of the fields', () => {
    expect(readIt({})).toEqual({
      kind: 'mistakes',
      mistakes: [
        { field: 'country', mistake: 'countryMissing' },
        { field: 'job', mistake: 'jobMissing' },
        { field: 'start', mistake: 'startMissing' },
        { field: 'notice', mistake: 'noticeMissing' },
      ],
    });
    expect(wrongWith({ notice: '', noticeCount: '', noticeUnit: '' })).toEqual([
      'notice: noticeMissing',
    ]);
    expect(wrongWith({ noticeCount: ' ', noticeUnit: '' })).toEqual([
      'noticeCount: countMissing',
      'noticeUnit: unitMissing',
    ]);
  });

  it.each([
    ['2026-02-30', 'startImpossible'],
    ['2027-02-29', 'startImpossible'],
    ['next Monday', 'startImpossible'],
    ['01/04/2026', 'startImpossible'],
    ['x'.repeat(100_000), 'startImpossible'],
    ['20260-04-01', 'startImpossible'],
    ['2026-02-24', 'startPast'],
    ['1900-01-01', 'startPast'],
    ['2028-02-26', 'startFar'],
    ['2200-12-31', 'startFar'],
    ['', 'startMissing'],
    ['   ', 'startMissing'],
  ])('answers a start of %j with %s', (start, mistake) => {
    expect(wrongWith({ start })).toEqual([`start: ${mistake}`]);
  });

  it.each(['2026-02-25', '2028-02-25', ' 2026-04-01 '])('takes a start of %j', (start) => {
    expect(wrongWith({ start })).toEqual([]);
  });

  it.each([
    ['900', 'days', 'countLong'],
    ['367', 'days', 'countLong'],
    ['53', 'weeks', 'countLong'],
    ['13', 'months', 'countLong'],
    ['9'.repeat(400), 'days', 'countLong'],
    ['-1', 'weeks', 'countWhole'],
    ['1.5', 'weeks', 'countWhole'],
    ['1,5', 'weeks', 'countWhole'],
    ['two', 'weeks', 'countWhole'],
    ['1e2', 'days', 'countWhole'],
    ['It was a dark and stormy night. '.repeat(5_000), 'days', 'countWhole'],
  ])('answers a notice of %j %s with %s', (noticeCount, noticeUnit, mistake) => {
    expect(wrongWith({ noticeCount, noticeUnit })).toEqual([`noticeCount: ${mistake}`]);
  });

  it('says how long a notice may be', () => {
    const reading = readIt({ ...good, noticeCount: '900', noticeUnit: 'days' });
    expect(reading).toMatchObject({ mistakes: [{ blanks: { most: 366 } }] });
  });

  it('takes any text in any field, and answers with a value or with sentences that exist', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(good)));
    const answers = fc.record(
      Object.fromEntries(
        [...Object.keys(good), 'trial', 'fixed', 'region-de'].map((field) => [field, text]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (typed) => {
        // Fields that are left out are absent, and none is undefined.
        const reading = readIt(typed as FormAnswers);
        if (reading.kind === 'read') return;
        expect(reading.mistakes.length).toBeGreaterThan(0);
        for (const { mistake } of reading.mistakes)
          expect(sentencesOf(FORM.fields)).toContain(mistake);
      }),
      { numRuns: 200 },
    );
  });
});
