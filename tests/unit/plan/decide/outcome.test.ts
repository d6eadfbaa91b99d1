import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../../../src/forms/blocks.ts';
import type { Block, Rich, Tree } from '../../../../src/forms/outcome.ts';
import { elementWords } from '../../../../src/plan/decide/element-words.ts';
import { sideNames } from '../../../../src/plan/decide/names.ts';
import { outcomeOf } from '../../../../src/plan/decide/outcome.ts';
import { AGAINST, type DecideQuestion, type Row } from '../../../../src/plan/decide/question.ts';
import { question, row, SETUP, someRows, WORDS } from './decisions.ts';

const ELEMENT_WORDS = elementWords(WORDS);
const { outcome: says } = WORDS;

const found = (rows: readonly Row[], rest: Partial<DecideQuestion> = {}) =>
  outcomeOf(question(rows, rest), ELEMENT_WORDS);

const richText = (text: Rich) =>
  [text]
    .flat()
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('');
const treeText = (tree: Tree): string =>
  typeof tree === 'string' ? tree : tree.children.map(treeText).join('');
/** The rows of the tables in `tree`, as what their cells say. */
const rowsIn = (tree: Tree): string[][] => {
  if (typeof tree === 'string') return [];
  return tree.tag === 'tr' ? [tree.children.map(treeText)] : tree.children.flatMap(rowsIn);
};

/** Each line of `blocks`, without tables. */
function linesOf(blocks: readonly Block[] = []): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'group') return [block.folded ?? [], linesOf(block.blocks)].flat();
    if (block.kind === 'list') {
      return block.items.flatMap((item) => [richText(item.text ?? ''), ...linesOf(item.blocks)]);
    }
    return 'text' in block ? [richText(block.text)] : [];
  });
}
const lines = (...asked: Parameters<typeof found>) => linesOf(found(...asked).blocks);

/** The trees of the table that `asked` come to. */
const tableTrees = (...asked: Parameters<typeof found>) => {
  const inside = (blocks: readonly Block[]): Tree[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'group') return inside(block.blocks);
      return block.kind === 'own' ? [...block.trees] : [];
    });
  return inside(found(...asked).blocks ?? []);
};
const tableOf = (...asked: Parameters<typeof found>) => tableTrees(...asked).flatMap(rowsIn);

/** The line after the heading `title`. */
const below = (title: string, all: readonly string[]) => all[all.indexOf(title) + 1];

describe('outcomeOf', () => {
  const rows = [row('work', 3, 1, 4), row('own-1', 2, 3, 4)];
  const ownRows = { 'own-1': 'The dog' };

  it('calls the sides what the reader calls them, or what they are', () => {
    expect(sideNames(question(rows, { names: { accepted: 'Harbor' } }), ELEMENT_WORDS)).toEqual({
      accepted: 'Harbor',
      other: 'the other offer',
    });
    expect(sideNames(question(rows, { against: 'none' }), ELEMENT_WORDS).other).toBe(
      'a new search',
    );
    expect(tableOf(rows)[2]?.[0]).toBe('Your own row');
  });

  it('says who is ahead, what tips it and what would flip it', () => {
    const all = lines(rows, { ownRows, names: { other: 'Pier' } });
    expect(all[1]).toBe('Ahead: Pier');
    expect(all).toContain(
      'The row “The work” speaks loudest for Pier. Leave it out, and Pier would still be ahead.',
    );
    expect(below(says.change.title, all)).toBe(
      'Mark the job you accepted “Very well” instead of “Poorly” in the row “The work” and the job you accepted would be ahead. This changes one answer at a time and leaves the others alone.',
    );
  });

  it('tells a change of a weight, and where no change will do', () => {
    const byWeight = [row('money', 2, 5, 1), row('work', 2, 1, 4)];
    expect(below(says.change.title, lines(byWeight))).toMatch(
      /^Let the row “Money you can count on” matter “A little” instead of “Somewhat” and the other/,
    );
    const heavy = ['money', 'work', 'time'].map((id) => row(id, 5, 5, 1));
    expect(below(says.change.title, lines(heavy))).toBe(says.change.none);
    expect(lines(heavy).join('\n')).toMatch(
      /: Money you can count on; The work; Time and commute\./,
    );
  });

  it('lays the points under the side that they speak for, and marks what tips it', () => {
    expect(
      tableOf([row('money', 1, 4, 2), ...rows])
        .at(-1)
        ?.slice(1),
    ).toEqual(['2', '11']);
    expect(tableOf(rows, { ownRows }).slice(1)).toEqual([
      ['The work', '0', '9'],
      ['The dog', '0', '2'],
      [says.table.sum, '0', '11'],
    ]);
    const marked = JSON.stringify(tableTrees(rows, { ownRows })).match(/"mark"[^\]]*/g);
    expect(marked).toEqual([expect.stringContaining('"The work"')]);
  });

  it('puts what is missing first, with the question that gets it', () => {
    const { offer, missing } = says.hand;
    const open = lines(rows, { ticked: ['written', 'pay', 'start', 'signed'] });
    expect(open.slice(1, 4)).toEqual([withoutMarks(offer.title), offer.text, missing]);
    expect(open[4]).toMatch(/^A condition is still open\. /);
    expect(open[5]).toBe(says.hand.close);
    // What is ahead comes after what stands in its way, and is said all the same.
    expect(open[6]).toMatch(/^Ahead: the other offer\. /);
    expect(open).not.toContain(offer.inHand);
    expect(found(rows, { ticked: [] })).toMatchObject({
      summary: 'Not in hand yet. Ahead: the other offer.',
      done: false,
    });
    expect(found(rows)).toMatchObject({ summary: 'Ahead: the other offer.', done: true });
    expect(lines(rows)).toContain(offer.inHand);
    expect(lines(rows)).not.toContain(missing);
    expect(lines(rows, { against: 'none', ticked: [] })).not.toContain(missing);
  });

  it('reads no mark in a name that a reader typed', () => {
    const other = 'a<mark>b</mark>';
    expect(found(rows, { names: { other } }).blocks).toContainEqual({
      kind: 'title',
      text: ['Ahead: ', { as: 'mark', text: other }, ''],
    });
  });

  it('has a word for one row, for no other job, and for what was left out', () => {
    const { note } = WORDS.against.choices.none;
    expect(lines([row('money', 2, 5, 1)])).toContain(says.oneRow);
    expect(lines(rows)).not.toContain(says.oneRow);
    expect(lines(rows, { against: 'none' })).toContain(note);
    expect(lines([], { against: 'none' })).not.toContain(note);
    const left = lines([], { ownRows, unfinished: ['manager', 'own-1'] });
    expect(below(says.unfinished.title, left)).toMatch(/ The manager; The dog$/);
  });

  it('leaves no blank, and begins no sentence with a small letter', () => {
    const any = fc.record({
      rows: someRows(),
      against: fc.constantFrom(...AGAINST),
      ticked: fc.subarray(SETUP.boxes.offer.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(any, ({ rows: some, against, ticked }) => {
        for (const text of lines(some, { against, ticked })) {
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text).not.toMatch(/(^|[.?!]”? )[a-z]/);
        }
      }),
    );
  });
});
