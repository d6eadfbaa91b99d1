import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, NO_ANSWERS } from '../../../../src/quiz/engine/answers.ts';
import { differenceVariance, standings } from '../../../../src/quiz/engine/belief.ts';
import { beliefAfter, MODEL } from '../../../../src/quiz/engine/model.ts';
import { resultOf, spokenOf } from '../../../../src/quiz/engine/result.ts';
import { LENGTHS } from '../../../../src/quiz/engine/session.ts';
import { six, TYPE_LETTERS, TYPES, type Type } from '../../../../src/quiz/engine/types.ts';
import { readShareFragment } from '../../../../src/quiz/keeping/share-link.ts';
import { anAnswer, anInterview, aPerson, interview } from '../answers.ts';

/** A result in which a type stands out. */
function profileOf(answers: Answers) {
  const result = resultOf(answers);
  if (result.kind !== 'profile') throw new Error(`Found: ${result.kind}. Allowed: a profile.`);
  return result;
}

/** What somebody answers who gives `special` to the questions of `type` and `usual` to all others. */
const besides = (type: Type, special: Answer, usual: Answer): Answers =>
  six((other) => Array.from({ length: 4 }, () => (other === type ? special : usual)));

describe('resultOf', () => {
  it('ranks all six types from the strongest interest to the weakest', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const { answers } = interview(person, length);
        const result = resultOf(answers);
        expect(result.questions).toBe(length);
        if (result.kind === 'flat') return;
        const interests = result.ranks.map(({ interest }) => interest);
        expect(interests).toEqual(interests.toSorted((a, b) => b - a));
        expect(result.ranks.map(({ type }) => type).sort()).toEqual(TYPES);
        for (const { type, interest } of result.ranks) expect(result.profile[type]).toBe(interest);
        expect(result.ranks.map(({ lead }) => lead === undefined)).toEqual([
          false,
          false,
          false,
          false,
          false,
          true,
        ]);
      }),
    );
  });

  it('is flat when every answer is the same, and only then', () => {
    fc.assert(
      fc.property(anAnswer, fc.constantFrom(12, 18, 24), (answer, length) => {
        const same = interview(
          six(() => [answer, answer, answer, answer]),
          length,
        ).answers;
        expect(resultOf(same)).toEqual({ kind: 'flat', questions: length });
      }),
    );
    expect(resultOf(NO_ANSWERS)).toEqual({ kind: 'flat', questions: 0 });
    fc.assert(
      fc.property(aPerson, fc.constantFrom(...LENGTHS), (person, length) => {
        const { answers } = interview(person, length);
        expect(resultOf(answers).kind === 'flat').toBe(new Set(answers.flat()).size === 1);
      }),
    );
  });

  it('is level when no type is above the mean of the six with 90%, and only then', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const { answers } = interview(person, length);
        const result = resultOf(answers);
        if (result.kind === 'flat') return;
        const highest = Math.max(...standings(beliefAfter(answers, MODEL)));
        // The standard normal distribution leaves 10% above 1.28.
        expect(result.kind).toBe(highest < 1.28 ? 'level' : 'profile');
      }),
    );
  });

  it('is level or flat when one answer differs by one, whichever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LENGTHS),
        fc.constantFrom<readonly [Answer, Answer]>([1, 2], [2, 1], [2, 3], [3, 2], [3, 4], [4, 5]),
        fc.constantFrom(...TYPES),
        fc.nat({ max: 3 }),
        (length, [usual, other], type, place) => {
          const person = six((each) =>
            Array.from({ length: 4 }, (_, at) => (each === type && at === place ? other : usual)),
          );
          expect(resultOf(interview(person, length).answers).kind).not.toBe('profile');
        },
      ),
    );
  });

  it.each(TYPES)('is level when type %i is liked and all others leave unsure', (type) => {
    expect(resultOf(interview(besides(type, 4, 3), 12).answers).kind).toBe('level');
  });

  it.each(TYPES)('names type %i when it is strongly liked and nothing else is', (type) => {
    for (const length of LENGTHS) {
      const result = profileOf(interview(besides(type, 5, 2), length).answers);
      expect(result.ranks[0]).toMatchObject({ type, lead: 'clear' });
    }
  });

  it('names what is surely lowest in level answers, and only that', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const { answers } = interview(person, length);
        const result = resultOf(answers);
        if (result.kind !== 'level' || result.lowest === undefined) return;
        expect(result.lowest).toBe(result.ranks.at(-1)?.type);
        expect(standings(beliefAfter(answers, MODEL))[result.lowest]).toBeLessThanOrEqual(-1.28);
      }),
    );
    expect(resultOf(interview(besides(2, 1, 4), 12).answers)).toMatchObject({
      kind: 'level',
      lowest: 2,
    });
    expect(resultOf(interview(besides(2, 4, 3), 12).answers)).toMatchObject({
      kind: 'level',
      lowest: undefined,
    });
  });

  it('says how the first three stand to each other, and that only', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const { answers } = interview(person, length);
        const result = resultOf(answers);
        if (result.kind !== 'profile') return;
        const belief = beliefAfter(answers, MODEL);
        const [first = 0, second = 0, third = 0] = result.ranks.map(({ type }) => type);
        const isClear = (a: Type, b: Type) =>
          belief.mean[a] - belief.mean[b] >= Math.sqrt(differenceVariance(belief, a, b));
        const said = {
          alone: [true, undefined, undefined],
          clear: [true, true, undefined],
          clearThenClose: [true, false, undefined],
          close: [false, true, undefined],
          chain: [false, false, true],
          allClose: [false, false, false],
        }[result.order];
        const found = [isClear(first, second), isClear(second, third), isClear(first, third)];
        expect(found.map((clear, at) => said[at] === undefined || clear === said[at])).toEqual([
          true,
          true,
          true,
        ]);
        const isAlone = found[0] && standings(belief)[second] <= 0;
        expect(result.order === 'alone').toBe(isAlone);
      }),
    );
  });

  it('names a fourth only where it is close to a third that it explains', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const result = resultOf(interview(person, length).answers);
        if (result.kind !== 'profile') return;
        const { leading, fourth } = spokenOf(result);
        expect(leading).toEqual(result.ranks.slice(0, leading.length).map(({ type }) => type));
        const isLevel = leading.length === 3 && result.ranks[2]?.lead === 'close';
        expect(fourth).toBe(isLevel ? result.ranks[3]?.type : undefined);
      }),
    );
  });

  it.each([
    ['alone', 'I', '014v2306020h0l'],
    ['clear', 'RA', '4v0cjv0301018w'],
    ['clearThenClose', 'ICR', '03qk010203kf4a'],
    ['close', 'IR', '4vrc0202020whq'],
    ['chain', 'SAE', '010j3v4h030vlj'],
    ['allClose', 'CEA', '020125012b2ze0'],
  ] as const)('is %s, so it speaks of %s, for the answers of the link %s', (order, types, code) => {
    const shared = readShareFragment(`q1-${code}`);
    const result = profileOf(shared.kind === 'ok' ? shared.answers : NO_ANSWERS);
    expect(result.order).toBe(order);
    const spoken = spokenOf(result).leading.map((type) => TYPE_LETTERS[type]);
    expect(spoken.join('')).toBe(types);
  });
});
