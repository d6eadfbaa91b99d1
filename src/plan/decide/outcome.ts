import { bold, line, small } from '../../forms/blocks.ts';
import type { Block, Outcome } from '../../forms/outcome.ts';
import { points, section } from '../../forms/sections.ts';
import { fill } from '../../site/blanks.ts';
import { decide } from './decide.ts';
import type { HandedWords } from './handed-words.ts';
import { type DecideQuestion, SIDES } from './question.ts';
import { tableBlock } from './table.ts';
import { type Told, tell } from './tell.ts';

/** What `question` comes to, in the order in which it is read. */
export function outcomeOf(question: DecideQuestion, words: HandedWords): Outcome {
  const outcome = decide(question, words.setup);
  const told = tell(question, outcome, words.telling);
  const { summary, balance, tip, change, inHand, notes, unfinished } = told;
  const { outcome: says } = words;
  const weighed = 'leader' in outcome.balance || outcome.balance.kind === 'tie';
  return {
    ...{ summary, announcement: summary },
    done: weighed && outcome.hand.kind !== 'missing',
    blocks: [
      { kind: 'title', text: says.title },
      ...missingBlocks(told, words),
      ...(inHand === undefined ? [] : [{ kind: 'text', text: inHand, verdict: 'go' } as const]),
      { kind: 'text', text: titled(balance), verdict: 'ask' },
      ...(tip ? section(tip.title, line(tip.text)) : []),
      ...(change ? section(change.title, line(change.text)) : []),
      ...notes.map((note) => line(note)),
      ...(unfinished.length > 0
        ? section(says.unfinished.title, line(`${says.unfinished.text} ${unfinished.join('; ')}`))
        : []),
      ...tableBlocks(told, words),
      ...factBlocks(question, told, words),
      {
        kind: 'group',
        look: 'honest',
        blocks: [{ kind: 'heading', text: says.honest.title }, points(says.honest.points)],
      },
      {
        kind: 'group',
        look: 'screen',
        blocks: [
          { kind: 'heading', text: says.sleep.title },
          line(says.sleep.text),
          { kind: 'action', action: 'remind', label: says.sleep.button },
        ],
      },
    ],
  };
}

const quoted = (text: string) => ({ as: 'q', text }) as const;
const titled = ({ title, text }: { readonly title: string; readonly text: string }) => [
  { as: 'b', text: `${title}.` } as const,
  ` ${text}`,
];

function missingBlocks({ missing }: Told, { outcome: { hand } }: HandedWords): Block[] {
  if (!missing) return [];
  const boxes = missing.boxes.map(({ short, ask }) => [`${short} `, quoted(ask)]);
  return [
    {
      kind: 'group',
      blocks: [
        { kind: 'text', text: titled(missing), verdict: 'stop' },
        { kind: 'heading', text: hand.missing },
        points(boxes),
        line([quoted(hand.close)]),
      ],
    },
  ];
}

/** What each row adds, under the side that it speaks for, and what tips it marked. */
function tableBlocks({ table, sum, names }: Told, { outcome }: HandedWords): Block[] {
  const { caption, row, sum: label, scale } = outcome.table;
  if (table.length === 0) return [];
  return [
    {
      kind: 'group',
      blocks: [
        tableBlock({
          caption,
          heads: [row, ...SIDES.map((side) => names[side])],
          rows: table.map((line) => ({
            head: line.tips ? [{ as: 'mark', text: line.row }] : line.row,
            cells: SIDES.map((side) => line[side]),
          })),
          sum: { head: label, cells: SIDES.map((side) => sum[side]) },
        }),
        small(scale),
      ],
    },
  ];
}

function factBlocks({ facts }: DecideQuestion, { names }: Told, { outcome }: HandedWords): Block[] {
  const lists = (['pros', 'cons'] as const).flatMap((kind) =>
    SIDES.flatMap((side): Block[] => {
      const said = facts[side][kind];
      const title = fill(outcome.facts[kind], { side: names[side] });
      const blocks = [line(bold(title)), points(said)];
      return said.length > 0 ? [{ kind: 'group', blocks }] : [];
    }),
  );
  if (lists.length === 0) return [];
  return section(outcome.facts.title, { kind: 'group', look: 'pair', blocks: lists });
}
