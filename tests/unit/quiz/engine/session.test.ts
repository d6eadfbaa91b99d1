import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswers, NO_ANSWERS, withAnswer } from '../../../../src/quiz/engine/answers.ts';
import { beliefAfter, ESTIMATED_MODEL, MODEL } from '../../../../src/quiz/engine/model.ts';
import { pickClosestRanks } from '../../../../src/quiz/engine/pick-closest-ranks.ts';
import {
  COURSE,
  changeAnswer,
  LENGTHS,
  nextType,
  typesAsked,
} from '../../../../src/quiz/engine/session.ts';
import { six, TYPES } from '../../../../src/quiz/engine/types.ts';
import { anAnswer, anInterview, anyAnswers, aPerson, interview } from '../answers.ts';

const reference = { pick: pickClosestRanks, model: ESTIMATED_MODEL };
const aCourse = fc.constantFrom(COURSE, reference);

describe('nextType', () => {
  it('asks each type once, in order, before it picks', () => {
    fc.assert(
      fc.property(aPerson, aCourse, (person, course) => {
        expect(interview(person, 6, course).asked).toEqual(TYPES);
      }),
    );
  });

  it('asks every type between one and four times, and all 24 questions in the end', () => {
    fc.assert(
      fc.property(anInterview, aCourse, ({ person, length }, course) => {
        const { asked, answers } = interview(person, length, course);
        expect(asked).toHaveLength(length);
        for (const type of TYPES) {
          expect(answers[type].length).toBeGreaterThanOrEqual(1);
          expect(answers[type].length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('has nothing left to ask after 24', () => {
    expect(LENGTHS.at(-1)).toBe(TYPES.length * MODEL.perType);
    const { answers } = interview(
      six(() => [1, 2, 3, 4]),
      24,
    );
    expect(nextType(answers)).toBeUndefined();
    expect(nextType(answers, reference)).toBeUndefined();
  });

  it('does not mind in what order the same questions were answered', () => {
    fc.assert(
      fc.property(anInterview, aCourse, ({ person, length }, course) => {
        const { answers } = interview(person, length, course);
        const backwards = TYPES.toReversed()
          .flatMap((type) => answers[type].map((answer) => ({ type, answer })))
          .reduce((given, { type, answer }) => withAnswer(given, type, answer), NO_ANSWERS);
        expect(nextType(backwards, course)).toBe(nextType(answers, course));
        const { model } = course;
        expect(beliefAfter(backwards, model)).toEqual(beliefAfter(answers, model));
      }),
    );
  });
});

describe('typesAsked', () => {
  it('finds the order again from the answers alone', () => {
    fc.assert(
      fc.property(aPerson, fc.nat(24), aCourse, (person, length, course) => {
        const { asked, answers } = interview(person, length, course);
        expect(typesAsked(answers, course)).toEqual(asked);
      }),
    );
  });

  it('finds a place for answers that another rule asked for', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const asked = typesAsked(answers);
        for (const type of TYPES) {
          expect(asked.filter((other) => other === type)).toHaveLength(answers[type].length);
        }
      }),
    );
  });
});

describe('changeAnswer', () => {
  const change = fc.record({
    person: aPerson,
    length: fc.integer({ min: 1, max: 24 }),
    position: fc.nat(23),
    answer: anAnswer,
  });

  it('changes that answer, keeps the earlier ones, and leaves a session that could have been', () => {
    fc.assert(
      fc.property(change, ({ person, length, position, answer }) => {
        fc.pre(position < length);
        const before = interview(person, length);
        const after = changeAnswer(before.answers, position, answer);
        const asked = typesAsked(after);
        expect(asked.slice(0, position + 1)).toEqual(before.asked.slice(0, position + 1));
        const type = before.asked[position] ?? 0;
        const place = before.asked.slice(0, position).filter((other) => other === type).length;
        expect(after[type][place]).toBe(answer);
        expect(asked).toEqual(before.asked.slice(0, asked.length));
        for (const other of TYPES) {
          const kept = after[other].filter((_, index) => other !== type || index !== place);
          const same = person[other]
            .slice(0, after[other].length)
            .filter((_, index) => other !== type || index !== place);
          expect(kept).toEqual(same);
        }
      }),
    );
  });

  it('keeps the other five of the first six, whatever is changed', () => {
    const { answers } = interview(
      six(() => [3, 3, 3, 3]),
      6,
    );
    expect(changeAnswer(answers, 0, 5)).toEqual([[5], [3], [3], [3], [3], [3]]);
  });

  it('drops a question that would not have been asked, and those after it', () => {
    const { answers } = interview(
      six((type) => (type === 0 ? [5, 5, 5, 5] : [1, 1, 1, 1])),
      12,
    );
    expect(countAnswers(changeAnswer(answers, 3, 5))).toBeLessThan(12);
  });

  it('changes nothing when the answer is the same', () => {
    fc.assert(
      fc.property(anInterview, fc.nat(11), ({ person, length }, position) => {
        const { asked, answers } = interview(person, length);
        const type = asked[position] ?? 0;
        const place = asked.slice(0, position).filter((other) => other === type).length;
        expect(changeAnswer(answers, position, person[type][place] ?? 1)).toEqual(answers);
      }),
    );
  });
});
