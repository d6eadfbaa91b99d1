import { bold, line, markedRuns, small, withoutMarks } from '../../forms/blocks.ts';
import { fold, points, section } from '../../forms/list-blocks.ts';
import type { Block, Outcome, Rich } from '../../forms/outcome.ts';
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
  const weighed = says.balance[balance.kind];
  const title = fillBlanks(withoutMarks(weighed.title), names.blanks);
  const text = fillBlanks(weighed.text, names.blanks);
  const { against } = question;
  const missing =
    hand.kind === 'missing' && against !== 'none'
      ? { ...says.hand[against], ...hand, against }
      : undefined;
  const summary = fillBlanks(missing ? says.summaryMissing : says.summary, {
    balance: title,
    missing: withoutMarks(missing?.title ?? ''),
  });
  const { note } = words.choices[against];
  const headline = missing ? markedRuns(missing.title) : filledRuns(weighed.title, names.blanks);
  return {
    ...{ summary, announcement: summary },
    done: (leading !== undefined || balance.kind === 'tie') && hand.kind !== 'missing',
    blocks: [
      { kind: 'text', text: says.title, look: 'label' },
      { kind: 'title', text: headline },
      ...(missing ? missingBlocks(missing, words) : []),
      {
        kind: 'text',
        text: missing ? [bold(`${title}.`), ` ${text}`].flat() : text,
        verdict: 'ask',
      },
      {
        kind: 'group',
        look: 'screen',
        blocks: [
          {
            kind: 'action',
            action: 'remind',
            label: says.sleep.button,
            hint: says.sleep.text,
            main: true,
          },
        ],
      },
      ...(leading ? [line(tipText(leading.tip, words, names))] : []),
      ...(counted === 1 ? [line(says.oneRow)] : []),
      ...(note && counted > 0 ? [line(note)] : []),
      ...(missing || against === 'none' ? [] : [line(says.hand[against].inHand)]),
      ...(unfinished.length > 0
        ? section(
            says.unfinished.title,
            line(`${says.unfinished.text} ${unfinished.map(names.row).join('; ')}`),
          )
        : []),
      ...(leading
        ? fold('change', says.change.title, line(changeText(leading.change, words, names)))
        : []),
      ...fold('table', says.table.title, ...tableBlocks(found, words, names)),
      ...fold('facts', says.facts.title, ...factBlocks(question, words, names)),
      ...fold('honest', says.honest.title, points(says.honest.points)),
    ],
  };
}

/** The runs of `text`, each filled by itself: what a reader typed is never read as a mark. */
function filledRuns(text: string, blanks: Names['blanks']): Rich {
  return markedRuns(text).map((run) =>
    typeof run === 'string'
      ? fillBlanks(run, blanks)
      : { as: 'mark', text: fillBlanks(run.text, blanks) },
  );
}

const quoted = (text: string) => ({ as: 'q', text }) as const;

/** What is missing before what stands against the job is really there, and how to get it. */
function missingBlocks(
  {
    against,
    boxes: missing,
    text,
  }: {
    readonly against: 'offer' | 'stay';
    readonly boxes: readonly string[];
    readonly text: string;
  },
  { outcome, boxes }: ElementWords,
): Block[] {
  const lacking = missing.flatMap((id) => boxes[against][id] ?? []);
  return [
    { kind: 'text', text, verdict: 'stop' },
    ...section(
      outcome.hand.missing,
      points(lacking.map(({ short, ask }): Rich => [`${short} `, quoted(ask)])),
    ),
    line([quoted(outcome.hand.close)]),
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
  return lists.length > 0 ? [{ kind: 'group', look: 'pair', blocks: lists }] : [];
}
