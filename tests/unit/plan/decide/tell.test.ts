import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/plan/decide/decide.ts';
import { tellingWordsOf } from '../../../../src/plan/decide/handed-words.ts';
import { AGAINST, type DecideQuestion, type Row } from '../../../../src/plan/decide/question.ts';
import { tell } from '../../../../src/plan/decide/tell.ts';
import { question, row, SETUP, someRows, WORDS } from './decisions.ts';

const WORDS_TO_TELL = tellingWordsOf(WORDS);
const { outcome: says } = WORDS;

function told(rows: readonly Row[], rest: Partial<DecideQuestion> = {}) {
  const asked = question(rows, rest);
  return tell(asked, decide(asked, SETUP), WORDS_TO_TELL);
}

describe('tell', () => {
  const rows = [row('work', 3, 1, 4), row('own-1', 2, 3, 4)];
  const ownRows = { 'own-1': 'The dog' };

  it('calls the sides what the reader calls them, or what they are', () => {
    expect(told(rows, { names: { accepted: 'Harbor' } }).names).toEqual({
      accepted: 'Harbor',
      other: 'the other offer',
    });
    expect(told(rows, { against: 'none' }).names.other).toBe('a new search');
    expect(told(rows).table[1]?.row).toBe('Your own row');
  });

  it('says who is ahead, what tips it and what would flip it', () => {
    const { balance, tip, change } = told(rows, { ownRows, names: { other: 'Pier' } });
    expect(balance.title).toBe('Ahead: Pier');
    expect(tip?.text).toBe(
      'The row “The work” speaks loudest for Pier. Leave it out, and Pier would still be ahead.',
    );
    expect(change?.text).toBe(
      'Mark the job you accepted “Very well” instead of “Poorly” in the row “The work” and the job you accepted would be ahead. This changes one answer at a time and leaves the others alone.',
    );
  });

  it('tells a change of a weight, and where no change will do', () => {
    const byWeight = [row('money', 2, 5, 1), row('work', 2, 1, 4)];
    expect(told(byWeight).change?.text).toMatch(
      /^Let the row “Money you can count on” matter “A little” instead of “Somewhat” and the other/,
    );
    const heavy = ['money', 'work', 'time'].map((id) => row(id, 5, 5, 1));
    expect(told(heavy).change?.text).toBe(says.change.none);
    expect(told(heavy).tip?.text).toMatch(/: Money you can count on; The work; Time and commute\./);
  });

  it('lays the points under the side that they speak for', () => {
    expect(told([row('money', 1, 4, 2), ...rows]).sum).toEqual({ accepted: 2, other: 11 });
    expect(told(rows, { ownRows })).toMatchObject({
      table: [
        { row: 'The work', tips: true, accepted: 0, other: 9 },
        { row: 'The dog', tips: false, accepted: 0, other: 2 },
      ],
      sum: { accepted: 0, other: 11 },
    });
  });

  it('puts what is missing first, with the question that gets it', () => {
    const { missing, inHand } = told(rows, { ticked: ['written', 'pay', 'start', 'signed'] });
    expect(missing?.title).toBe('Not in hand yet');
    expect(missing?.boxes.map(({ short }) => short)).toEqual(['A condition is still open.']);
    expect(inHand).toBeUndefined();
    expect(told(rows, { ticked: [] }).summary).toBe('Not in hand yet. Ahead: the other offer.');
    expect(told(rows).summary).toBe('Ahead: the other offer.');
    expect(told(rows).missing).toBeUndefined();
    expect(told(rows).inHand).toBe(says.hand.offer.inHand);
    expect(told(rows, { against: 'none', ticked: [] })).not.toHaveProperty('missing');
  });

  it('has a word for one row, for no other job, and for what was left out', () => {
    expect(told([row('money', 2, 5, 1)]).notes).toEqual([says.oneRow]);
    expect(told(rows, { against: 'none' }).notes).toEqual([WORDS.against.choices.none.note]);
    expect(told([], { ownRows, unfinished: ['manager', 'own-1'] }).unfinished).toEqual([
      'The manager',
      'The dog',
    ]);
  });

  it('leaves no blank, and begins no sentence with a small letter', () => {
    const any = fc.record({
      rows: someRows(),
      against: fc.constantFrom(...AGAINST),
      ticked: fc.subarray(SETUP.boxes.offer.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(any, ({ rows: some, against, ticked }) => {
        const { balance, tip, change, missing, inHand, notes } = told(some, { against, ticked });
        const texts = [balance, tip, change, missing].flatMap((part) => part?.text ?? []);
        for (const text of [...texts, balance.title, ...notes, ...(inHand ? [inHand] : [])]) {
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text).not.toMatch(/(^|[.?!]”? )[a-z]/);
        }
      }),
    );
  });
});
