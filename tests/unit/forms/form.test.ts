import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsFor, longerThan } from '../../../src/forms/field.ts';
import {
  askedControls,
  form,
  sentencesOf,
  standardAnswers,
  withoutPrivate,
} from '../../../src/forms/form.ts';
import type { FormAnswers } from '../../../src/forms/form-answers.ts';

/** A field of every kind, one that follows another, and two that share a control. */
const { fields, read } = form(
  {
    pet: { kind: 'choice', options: ['cat', 'dog'], chosen: 'cat', missing: 'pet' },
    born: {
      kind: 'day',
      missing: 'born',
      unreadable: 'noDay',
      wrong: { unborn: (day) => day > '2030-01-01', ancient: (day) => day > '2040-01-01' },
    },
    legs: {
      kind: 'number',
      unreadable: 'legs',
      blanks: { least: 0 },
      wrong: { many: (legs) => legs > 4 && { most: 4 } },
    },
    price: { kind: 'text', sum: true },
    name: {
      kind: 'text',
      missing: 'name',
      required: ({ pet }) => pet === 'dog',
      wrong: { long: longerThan(5) },
    },
    barks: { kind: 'tick', asked: ({ pet }) => pet === 'dog' },
    bark: {
      kind: 'choice',
      options: ['loud', 'soft'],
      asked: ({ pet, barks }) => pet === 'dog' && barks === 'yes',
      missing: 'bark',
    },
    purr: { kind: 'day', asked: ({ pet }) => pet === 'cat', missing: 'purr', control: 'born' },
  },
  (values) => values,
);
const CAT = { pet: 'cat', born: '2020-02-29' };
const mistakesIn = (answers: FormAnswers) => {
  const reading = read(answers);
  return reading.kind === 'mistakes' ? reading.mistakes : [];
};

/** Answers of any kind, likely ones among them. */
const anyAnswers: fc.Arbitrary<FormAnswers> = fc.dictionary(
  fc.constantFrom(...Object.keys(fields), 'else', '__proto__'),
  fc.oneof(
    fc.constantFrom('cat', 'dog', 'yes', 'loud', '3', '12', '2020-02-29', '2023-02-29', '', '  '),
    fc.string(),
  ),
);

describe('form', () => {
  it('reads a value of each kind, without white space around it', () => {
    const answers = { ...CAT, born: ' 2020-02-29 ', legs: ' 04', price: ' 1,50 ', name: ' Kim' };
    const value = {
      ...{ pet: 'cat', born: '2020-02-29', purr: '2020-02-29' },
      ...{ legs: 4, price: '1,50', name: 'Kim', barks: false },
    };
    expect(read(answers)).toEqual({ kind: 'read', value });
  });

  it('leaves out what is empty and may be', () => {
    const value = { pet: 'cat', born: '2020-02-29', purr: '2020-02-29', barks: false };
    expect(read(CAT)).toEqual({ kind: 'read', value });
  });

  it('asks for what depends on other answers only then', () => {
    const dog = { pet: 'dog', born: '2020-01-01', name: 'Rex' };
    expect(mistakesIn({ ...CAT, barks: 'yes', bark: 'roar' })).toEqual([]);
    expect(mistakesIn({ ...dog, barks: 'yes' })).toEqual([{ field: 'bark', mistake: 'bark' }]);
    expect(mistakesIn({ ...dog, name: '' })).toEqual([{ field: 'name', mistake: 'name' }]);
  });

  it('counts no tick that is not asked for', () => {
    expect(read({ ...CAT, barks: 'yes' })).toMatchObject({ value: { barks: false } });
    const dog = { pet: 'dog', born: '2020-01-01', name: 'Rex', barks: 'yes', bark: 'soft' };
    expect(read(dog)).toMatchObject({ value: { barks: true, bark: 'soft' } });
    expect(read({ ...dog, barks: 'no' })).toMatchObject({ value: { barks: false } });
  });

  it('tells all mistakes in the order of the fields, the first of each, at the control', () => {
    expect(mistakesIn({ pet: ' cat', born: '2041-01-01', legs: '-1', name: 'Leopold' })).toEqual([
      { field: 'pet', mistake: 'pet' },
      { field: 'born', mistake: 'unborn' },
      { field: 'legs', mistake: 'legs', blanks: { least: 0 } },
      { field: 'name', mistake: 'long', blanks: { limit: 5, count: 7 } },
    ]);
    expect(mistakesIn({ pet: 'cat' })).toEqual([
      { field: 'born', mistake: 'born' },
      { field: 'born', mistake: 'purr' },
    ]);
  });

  it('tells nothing of its kind apart from nothing at all, where it has a sentence for that', () => {
    expect(mistakesIn({ ...CAT, born: '2023-02-29' })).toEqual([
      { field: 'born', mistake: 'noDay' },
      { field: 'born', mistake: 'purr' },
    ]);
  });

  it('fills the blanks of a field and of a check', () => {
    expect(mistakesIn({ ...CAT, legs: '8' })).toEqual([
      { field: 'legs', mistake: 'many', blanks: { least: 0, most: 4 } },
    ]);
  });

  it('has a sentence for every mistake, and a value of its kind without, whatever it holds', () => {
    const sentences = sentencesOf(fields);
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const reading = read(answers);
        if (reading.kind === 'mistakes') {
          expect(reading.mistakes.length).toBeGreaterThan(0);
          for (const { field, mistake } of reading.mistakes) {
            expect(sentences).toContain(mistake);
            expect(askedControls(fields, answers)).toContain(field);
          }
          return;
        }
        const { pet, born, legs, name, bark } = reading.value;
        expect(['cat', 'dog']).toContain(pet);
        expect(born).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (legs !== undefined) expect(legs).toBeLessThanOrEqual(4);
        if (pet === 'dog') expect(name).toBeTruthy();
        if (bark !== undefined) expect(reading.value.barks).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what follows from the fields', () => {
  it('the sentences, each once', () => {
    expect(sentencesOf(fields)).toEqual([
      ...['pet', 'born', 'noDay', 'unborn', 'ancient', 'legs', 'many', 'name', 'long'],
      ...['bark', 'purr'],
    ]);
  });

  it('the controls that are asked', () => {
    const always = ['pet', 'born', 'legs', 'price', 'name'];
    expect([...askedControls(fields, {})]).toEqual(always);
    expect([...askedControls(fields, { pet: 'dog' })]).toEqual([...always, 'barks']);
    const shared = {
      hired: { kind: 'day', asked: ({ pet }: FormAnswers) => pet === 'dog' },
      found: { kind: 'day', asked: ({ pet }: FormAnswers) => pet === 'cat', control: 'hired' },
    } as const;
    expect([...askedControls(shared, { pet: 'cat' })]).toEqual(['hired']);
  });

  it('what it holds before anybody has answered', () => {
    expect(standardAnswers(fields)).toEqual({ pet: 'cat' });
  });

  it('what a link may hold: no free text, but sums and choices', () => {
    const answers = { pet: 'dog', price: '3', name: 'Rex', else: 'kept for who knows it' };
    const { name: _, ...rest } = answers;
    expect(withoutPrivate(fields, answers)).toEqual(rest);
    fc.assert(
      fc.property(anyAnswers, (any) => {
        expect(Object.keys(withoutPrivate(fields, any))).not.toContain('name');
      }),
    );
  });

  it('a field for each of a list, and a limit that counts as readers do', () => {
    expect(Object.keys(fieldsFor(['b', 'a'], () => ({ kind: 'tick' }) as const))).toEqual([
      'b',
      'a',
    ]);
    expect(longerThan(2)('🙂🙂!', {})).toEqual({ limit: 2, count: 3 });
    expect(longerThan(2)('🙂🙂', {})).toBe(false);
  });
});
