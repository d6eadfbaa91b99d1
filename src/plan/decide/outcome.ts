import { bold, line, small } from '../../forms/blocks.ts';
import { points, section } from '../../forms/list-blocks.ts';
import type { Block, Outcome, Rich, Weight } from '../../forms/outcome.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { changeText, tipText } from './balance-text.ts';
import { type DecideOutcome, decide } from './decide.ts';
import type { ElementWords } from './element-words.ts';
import { type Names, namesIn } from './names.ts';
import { type DecideQuestion, SIDES } from './question.ts';
import { tableBlock } from './table.ts';
import { leaderOf } from './weigh.ts';

/** What `question` comes to, in the order in which it is read. */
export function outcomeOf(question: DecideQuestion, words: ElementWords): Outcome {
  const found = decide(question, words.setup);
  const { balance, counted, hand, unfinished } = found;
  const { outcome: says } = words;
  const leading = 'leader' in balance ? balance : undefined;
  const names = namesIn(question, leading?.leader, words);
  const title = fillBlanks(says.balance[balance.kind].title, names.blanks);
  const text = fillBlanks(says.balance[balance.kind].text, names.blanks);
  const { against } = question;
  const missing = hand.kind === 'missing' && against !== 'none' ? says.hand[against].title : '';
  const summary = fillBlanks(missing ? says.summaryMissing : says.summary, {
    balance: title,
    missing,
  });
  const { note } = words.choices[against];
  return {
    ...{ summary, announcement: summary },
    done: (leading !== undefined || balance.kind === 'tie') && hand.kind !== 'missing',
    blocks: [
      { kind: 'title', text: says.title },
      ...handBlocks(question, hand, words),
      verdict('ask', title, text),
      ...(leading
        ? [
            ...section(says.tip.title, line(tipText(leading.tip, words, names))),
            ...section(says.change.title, line(changeText(leading.change, words, names))),
          ]
        : []),
      ...(counted === 1 ? [line(says.oneRow)] : []),
      ...(note && counted > 0 ? [line(note)] : []),
      ...(unfinished.length > 0
        ? section(
            says.unfinished.title,
            line(`${says.unfinished.text} ${unfinished.map(names.row).join('; ')}`),
          )
        : []),
      ...tableBlocks(found, words, names),
      ...factBlocks(question, words, names),
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

function verdict(weight: Weight, title: string, text: string): Block {
  return { kind: 'text', text: [{ as: 'b', text: `${title}.` }, ` ${text}`], verdict: weight };
}

/** Whether what stands against the job is really there, and how to get what is missing. */
function handBlocks(
  { against }: DecideQuestion,
  hand: DecideOutcome['hand'],
  { outcome, boxes }: ElementWords,
): Block[] {
  if (against === 'none') return [];
  const { title, text, inHand } = outcome.hand[against];
  if (hand.kind !== 'missing') return [{ kind: 'text', text: inHand, verdict: 'go' }];
  const missing = hand.boxes.flatMap((id) => boxes[against][id] ?? []);
  return [
    {
      kind: 'group',
      blocks: [
        verdict('stop', title, text),
        { kind: 'heading', text: outcome.hand.missing },
        points(missing.map(({ short, ask }): Rich => [`${short} `, quoted(ask)])),
        line([quoted(outcome.hand.close)]),
      ],
    },
  ];
}

/** What each row adds, under the side that it speaks for, and what tips it marked. */
function tableBlocks(
  { balance, contributions }: DecideOutcome,
  { outcome }: ElementWords,
  { sides, row: nameOf }: Names,
): Block[] {
  if (contributions.length === 0) return [];
  const { caption, row, sum, scale } = outcome.table;
  const tipping = 'leader' in balance ? balance.tip.rows : [];
  const rows = contributions.map(({ id, points: size }) => ({
    head: tipping.includes(id) ? [{ as: 'mark', text: nameOf(id) } as const] : nameOf(id),
    cells: SIDES.map((side) => (leaderOf(size) === side ? Math.abs(size) : 0)),
  }));
  const sumOf = (column: number) => rows.reduce((all, { cells }) => all + (cells[column] ?? 0), 0);
  const table = tableBlock({
    caption,
    heads: [row, ...SIDES.map((side) => sides[side])],
    rows,
    sum: { head: sum, cells: SIDES.map((_, column) => sumOf(column)) },
  });
  return [{ kind: 'group', blocks: [table, small(scale)] }];
}

function factBlocks(
  { facts }: DecideQuestion,
  { outcome }: ElementWords,
  { sides }: Names,
): Block[] {
  const lists = (['pros', 'cons'] as const).flatMap((kind) =>
    SIDES.flatMap((side): Block[] => {
      const said = facts[side][kind];
      const title = fillBlanks(outcome.facts[kind], { side: sides[side] });
      const blocks = [line(bold(title)), points(said)];
      return said.length > 0 ? [{ kind: 'group', blocks }] : [];
    }),
  );
  if (lists.length === 0) return [];
  return section(outcome.facts.title, { kind: 'group', look: 'pair', blocks: lists });
}
