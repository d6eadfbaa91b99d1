import { fill } from '../../site/blanks.ts';
import type { DecideOutcome, Tip } from './decide.ts';
import type { TellingWords } from './handed-words.ts';
import type { DecideQuestion, Side } from './question.ts';
import type { TurningChange } from './smallest-change.ts';
import { leaderOf, rivalOf } from './weigh.ts';
import type { Words } from './words-schema.ts';

/** A box that is not ticked. */
export interface MissingBox {
  readonly short: string;
  readonly ask: string;
}

interface Titled {
  readonly title: string;
  readonly text: string;
}

/** An outcome in words, in the order in which it is read. What there is nothing to say of is absent. */
export interface Told {
  readonly names: Readonly<Record<Side, string>>;
  readonly missing?: Titled & { readonly boxes: readonly MissingBox[] };
  readonly inHand?: string;
  readonly balance: Titled;
  readonly tip?: Titled;
  readonly change?: Titled;
  /** What each row adds, under the side that it speaks for; 0 where it adds nothing to it. */
  readonly table: readonly ({
    readonly row: string;
    /** Whether it is what tips the balance. */
    readonly tips: boolean;
  } & Readonly<Record<Side, number>>)[];
  readonly sum: Readonly<Record<Side, number>>;
  readonly notes: readonly string[];
  /** Names of rows that were begun and left out. */
  readonly unfinished: readonly string[];
  /** All of it in one line. */
  readonly summary: string;
}

/** What the two sides are called: by the reader, or by `words`. */
export function namesOf(
  { names, against }: Pick<DecideQuestion, 'names' | 'against'>,
  words: Pick<TellingWords, 'names' | 'choices'>,
): Readonly<Record<Side, string>> {
  return {
    accepted: names.accepted ?? words.names.accepted,
    other: names.other ?? words.choices[against].name,
  };
}

/** The words for `outcome`, which is what `question` came to. */
export function tell(question: DecideQuestion, outcome: DecideOutcome, words: TellingWords): Told {
  const { balance, contributions, counted, hand, unfinished } = outcome;
  const says = words.outcome;
  const names = namesOf(question, words);
  const rowOf = (id: string) => question.ownRows[id] ?? words.rows[id] ?? id;
  const leading = 'leader' in balance ? balance : undefined;
  const blanks = leading
    ? { ...names, leader: names[leading.leader], rival: names[rivalOf(leading.leader)] }
    : names;
  const { against } = question;
  const note = words.choices[against].note;
  const { missing, inHand } = against === 'none' ? {} : handOf(hand, words, against);
  const balanceTitle = fill(says.balance[balance.kind].title, blanks);
  const table = contributions.map(({ id, points }) => ({
    row: rowOf(id),
    tips: leading?.tip.rows.includes(id) ?? false,
    ...columnsOf(points),
  }));
  const sumOf = (side: Side) => table.reduce((sum, row) => sum + row[side], 0);
  return {
    names,
    ...(missing && { missing }),
    ...(inHand !== undefined && { inHand }),
    balance: {
      title: balanceTitle,
      text: fill(says.balance[balance.kind].text, blanks),
    },
    ...(leading && {
      tip: { title: says.tip.title, text: tipText(leading.tip, says.tip, rowOf, blanks) },
      change: {
        title: says.change.title,
        text: changeText(leading.change, { words, names, row: rowOf, blanks }),
      },
    }),
    table,
    sum: { accepted: sumOf('accepted'), other: sumOf('other') },
    notes: [...(counted === 1 ? [says.oneRow] : []), ...(note && counted > 0 ? [note] : [])],
    unfinished: unfinished.map(rowOf),
    summary: fill(missing ? says.summaryMissing : says.summary, {
      balance: balanceTitle,
      missing: missing?.title ?? '',
    }),
  };
}

function handOf(
  hand: DecideOutcome['hand'],
  { outcome, boxes }: TellingWords,
  against: 'offer' | 'stay',
): Pick<Told, 'missing' | 'inHand'> {
  const { title, text, inHand } = outcome.hand[against];
  if (hand.kind !== 'missing') return { inHand };
  const missing = hand.boxes.flatMap((id) => boxes[against][id] ?? []);
  return { missing: { title, text, boxes: missing } };
}

type SideBlanks = Readonly<Record<string, string>>;

function tipText(
  { rows, without }: Tip,
  says: Words['outcome']['tip'],
  rowOf: (id: string) => string,
  blanks: SideBlanks,
): string {
  const [first = '', ...more] = rows.map(rowOf);
  const one = more.length === 0;
  const rest = one
    ? says[without]
    : { same: says.severalSame, tie: says.severalTie, turn: says.severalTurn }[without];
  const all = [first, ...more].join('; ');
  return `${fill(one ? says.one : says.several, { ...blanks, row: first, rows: all })} ${fill(rest, blanks)}`;
}

function changeText(
  change: TurningChange | undefined,
  told: {
    words: TellingWords;
    names: Readonly<Record<Side, string>>;
    row: (id: string) => string;
    blanks: SideBlanks;
  },
): string {
  const says = told.words.outcome.change;
  if (!change) return says.none;
  const steps = change.kind === 'score' ? told.words.scores : told.words.weights;
  const sentences = {
    score: { tie: says.scoreTie, turn: says.scoreTurn },
    weight: { tie: says.weightTie, turn: says.weightTurn },
  };
  const sentence = fill(sentences[change.kind][change.result], {
    ...told.blanks,
    row: told.row(change.id),
    from: steps[change.from] ?? change.from,
    to: steps[change.to] ?? change.to,
    ...(change.kind === 'score' && { side: told.names[change.side] }),
  });
  return `${sentence} ${says.limit}`;
}

/** Points under the side that they speak for. */
function columnsOf(points: number): Readonly<Record<Side, number>> {
  const side = leaderOf(points);
  const size = Math.abs(points);
  return { accepted: side === 'accepted' ? size : 0, other: side === 'other' ? size : 0 };
}
