import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balance, decide } from '../../../../src/plan/decide/decide.ts';
import type { DecideQuestion, Row } from '../../../../src/plan/decide/question.ts';
import {
  question,
  row,
  SETUP,
  someRows,
  swapped,
  swappedChange,
  swappedSide,
} from './decisions.ts';

const outcomeOf = (rows: readonly Row[], rest: Partial<DecideQuestion> = {}) =>
  decide(question(rows, rest), SETUP);
const balanceOf = (rows: readonly Row[], rest: Partial<DecideQuestion> = {}) =>
  outcomeOf(rows, rest).balance;

function mirrored(balance: Balance): unknown {
  if (balance.kind !== 'close' && balance.kind !== 'clear') return balance;
  return {
    ...balance,
    leader: swappedSide(balance.leader),
    change: swappedChange(balance.change),
  };
}

describe('the balance', () => {
  it('is empty where no row is filled in', () => {
    expect(balanceOf([])).toEqual({ kind: 'empty' });
    expect(balanceOf([], { unfinished: ['money'] })).toEqual({ kind: 'empty' });
  });

  it('says where nothing matters', () => {
    expect(balanceOf([row('money', 0, 5, 1)])).toEqual({ kind: 'nothing-matters' });
    expect(balanceOf([], { idle: ['money'] })).toEqual({ kind: 'nothing-matters' });
  });

  it('says where nothing differs that matters', () => {
    const rows = [row('money', 3, 4, 4), row('work', 0, 5, 1)];
    expect(balanceOf(rows)).toEqual({ kind: 'nothing-differs' });
  });

  it('says where differences cancel out', () => {
    expect(balanceOf([row('money', 4, 5, 3), row('work', 2, 1, 5)])).toEqual({ kind: 'tie' });
  });

  it('names the leader, by how much, what tips it and the smallest change that takes it away', () => {
    // 5 x 2 - 4 x 1 - 1 x 2 = 4.
    const rows = [row('money', 5, 5, 3), row('work', 4, 2, 3), row('time', 1, 2, 4)];
    expect(balanceOf(rows)).toEqual({
      kind: 'close',
      leader: 'accepted',
      lead: 4,
      tip: { rows: ['money'], without: 'turn' },
      change: { kind: 'score', id: 'money', side: 'accepted', from: 5, to: 4, result: 'turn' },
    });
  });

  it('is clear where one step of one score does not take the lead away', () => {
    // 3 x 3 + 2 x 1 = 11: the first row alone is worth 3 a step.
    expect(balanceOf([row('work', 3, 1, 4), row('money', 2, 3, 4)])).toEqual({
      kind: 'clear',
      leader: 'other',
      lead: 11,
      tip: { rows: ['work'], without: 'same' },
      // Four steps up is worth 12.
      change: { kind: 'score', id: 'work', side: 'accepted', from: 1, to: 5, result: 'turn' },
    });
  });

  it('names all rows that tip it equally', () => {
    const rows = [row('money', 2, 5, 3), row('work', 4, 3, 2), row('time', 1, 1, 3)];
    expect(balanceOf(rows)).toMatchObject({ tip: { rows: ['money', 'work'], without: 'turn' } });
    expect(balanceOf([row('money', 2, 5, 3)])).toMatchObject({ tip: { without: 'tie' } });
  });

  it('is tipped by the rows that add most to the lead, and by no others', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const { balance, contributions } = outcomeOf(rows);
        if (!('leader' in balance)) return;
        const sign = balance.leader === 'accepted' ? 1 : -1;
        const most = Math.max(...contributions.map(({ points }) => points * sign));
        const tipping = contributions.filter(({ points }) => points * sign === most);
        expect(balance.tip.rows).toEqual(tipping.map(({ id }) => id));
      }),
    );
  });

  it('has no change where no single one takes the lead away', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => row(id, 5, 5, 1));
    expect(balanceOf(rows)).toMatchObject({ kind: 'clear', change: undefined });
  });

  it('counts the rows that matter', () => {
    const rows = [row('money', 3, 4, 4), row('work', 0, 5, 1), row('time', 1, 5, 1)];
    expect(outcomeOf(rows).counted).toBe(2);
  });

  it('tells what was left out', () => {
    expect(outcomeOf([], { unfinished: ['work'] }).unfinished).toEqual(['work']);
  });

  it('mirrors where the sides are swapped', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const [one, other] = [outcomeOf(rows), outcomeOf(swapped(rows))];
        expect(other.balance).toEqual(mirrored(one.balance));
        expect(other.contributions.map(({ points }) => points)).toEqual(
          one.contributions.map(({ points }) => 0 - points),
        );
      }),
    );
  });

  it('has the same leader and the same tip where all weights are scaled', () => {
    const pairs = fc
      .constantFrom([1, 5], [2, 2])
      .chain(([heaviest = 1, factor = 1]) => fc.tuple(someRows(heaviest), fc.constant(factor)));
    fc.assert(
      fc.property(pairs, ([rows, factor]) => {
        const scaled = rows.map((one) => ({ ...one, weight: one.weight * factor }));
        const [before, after] = [balanceOf(rows), balanceOf(scaled)];
        if ('leader' in before) {
          expect(after).toMatchObject({ leader: before.leader, tip: before.tip });
        } else expect(after).toEqual(before);
      }),
    );
  });

  it('has a lead that is the sum of what the rows add', () => {
    fc.assert(
      fc.property(someRows(), (rows) => {
        const { balance, contributions } = outcomeOf(rows);
        const sum = contributions.reduce((total, { points }) => total + points, 0);
        expect('lead' in balance ? balance.lead : 0).toBe(Math.abs(sum));
        if ('leader' in balance) expect(balance.leader).toBe(sum > 0 ? 'accepted' : 'other');
      }),
    );
  });
});

describe('the gate', () => {
  const rows = [row('work', 5, 1, 5)];
  const offer = SETUP.boxes.offer.map(({ id }) => id);

  it('is passed with every box ticked', () => {
    expect(outcomeOf(rows, { ticked: offer }).hand).toEqual({ kind: 'in-hand' });
  });

  it.each(['offer', 'stay'] as const)('names what is missing for %s, in order', (against) => {
    const boxes = SETUP.boxes[against].map(({ id }) => id);
    expect(boxes).toHaveLength(5);
    for (const box of boxes) {
      const ticked = boxes.filter((id) => id !== box);
      const { hand } = outcomeOf(rows, { against, ticked });
      expect(hand).toEqual({ kind: 'missing', boxes: [box] });
    }
    expect(outcomeOf(rows, { against, ticked: [] }).hand).toEqual({ kind: 'missing', boxes });
  });

  it('asks for nothing where there is no other job', () => {
    expect(outcomeOf(rows, { against: 'none', ticked: [] }).hand).toEqual({ kind: 'no-offer' });
  });

  it('does not care what the rows say', () => {
    fc.assert(
      fc.property(someRows(), fc.subarray(offer), (some, ticked) => {
        const { hand } = outcomeOf(some, { ticked });
        expect(hand.kind).toBe(ticked.length === offer.length ? 'in-hand' : 'missing');
      }),
    );
  });
});
