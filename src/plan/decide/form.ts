import { type Field, fieldsFor, longerThan } from '../../forms/field.ts';
import { type Form, form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import {
  AGAINST,
  type Against,
  type DecideQuestion,
  type DecideSetup,
  OWN_ROWS,
  type Row,
  SCORES,
  SIDES,
  type Side,
  WEIGHTS,
} from './question.ts';

/** Characters that a name and a list of facts may have. */
export const LIMITS = { name: 60, facts: 2000 } as const;

/** How the fields that there are several of are called. */
export const named = {
  name: (side: Side) => `${side}-name`,
  rowName: (row: string) => `${row}-name`,
  weight: (row: string) => `${row}-weight`,
  score: (row: string, side: Side) => `${row}-${side}`,
  facts: (side: Side, kind: 'pros' | 'cons') => `${side}-${kind}`,
  box: (against: Against, box: string) => `${against}-${box}`,
} as const;

/** The fields of facts, in their order. */
export const FACTS = (['pros', 'cons'] as const).flatMap((kind) =>
  SIDES.map((side) => ({ name: named.facts(side, kind), kind, side })),
);

const NAME: Field = { kind: 'text', wrong: { long: longerThan(LIMITS.name) } };
const LINES: Field = { kind: 'text', lines: 3, wrong: { long: longerThan(LIMITS.facts) } };

/** A step of a scale. An empty one is no mistake: the reader does not know yet. */
const step = ({ low, high }: { low: number; high: number }): Field => ({
  kind: 'choice',
  options: Array.from({ length: high - low + 1 }, (_, index) => String(low + index)),
  unreadable: 'choice',
});

/** Two choices side by side, with the rows and boxes of `setup`. */
export function decideForm({ criteria, boxes }: DecideSetup): Form<DecideQuestion> {
  const ids = [...criteria.map(({ id }) => id), ...OWN_ROWS];
  const gates = AGAINST.flatMap((against) => {
    const asked = (answers: FormAnswers) => answers['against'] === against;
    return boxes[against].map(({ id }): [string, Field] => [
      named.box(against, id),
      { kind: 'tick', asked },
    ]);
  });
  return form(
    {
      against: { kind: 'choice', options: AGAINST, look: 'radios', missing: 'against' },
      ...Object.fromEntries(gates),
      ...fieldsFor(SIDES.map(named.name), () => NAME),
      ...Object.fromEntries(ids.flatMap(rowFields)),
      ...fieldsFor(
        FACTS.map(({ name }) => name),
        () => LINES,
      ),
    },
    ({ against }, answers) => questionOf(against, ids, boxes[against], answers),
  );
}

/** The cells of a row, after the name of one of the reader's own. */
function rowFields(id: string): [string, Field][] {
  const [first, second] = OWN_ROWS;
  // The second one comes once the first is used, so that the form stays short.
  const asked = id === second ? usesOwnRow : undefined;
  const own = id === first || id === second;
  return Object.entries({
    ...(own && { [named.rowName(id)]: { ...NAME, asked } }),
    [named.weight(id)]: { ...step(WEIGHTS), asked },
    ...fieldsFor(
      SIDES.map((side) => named.score(id, side)),
      () => ({ ...step(SCORES), asked }),
    ),
  });
}

function usesOwnRow(answers: FormAnswers): boolean {
  return Object.keys(answers).some((field) => OWN_ROWS.some((row) => field.startsWith(`${row}-`)));
}

/** A row as far as it is filled in; `undefined` is an empty cell. */
interface Cells {
  readonly id: string;
  readonly weight: number | undefined;
  readonly accepted: number | undefined;
  readonly other: number | undefined;
}

/** The question of `answers` in which nothing is wrong. */
function questionOf(
  against: Against,
  ids: readonly string[],
  boxes: DecideSetup['boxes'][Against],
  answers: FormAnswers,
): DecideQuestion {
  const textOf = (name: string) => (answers[name] ?? '').trim();
  const stepOf = (name: string) => (textOf(name) === '' ? undefined : Number(textOf(name)));
  const linesOf = (name: string) =>
    textOf(name)
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const factsOf = (side: Side) => ({
    pros: linesOf(named.facts(side, 'pros')),
    cons: linesOf(named.facts(side, 'cons')),
  });
  const present = <Id extends string>(all: readonly Id[], nameOf: (id: Id) => string) =>
    all.map((id) => [id, textOf(nameOf(id))] as const).filter(([, text]) => text !== '');
  const ownRows = Object.fromEntries(present(OWN_ROWS, named.rowName));
  const cells = ids.map((id) => ({
    id,
    weight: stepOf(named.weight(id)),
    accepted: stepOf(named.score(id, 'accepted')),
    other: stepOf(named.score(id, 'other')),
  }));
  return {
    ...{ against, ownRows },
    names: Object.fromEntries(present(SIDES, named.name)),
    ...sorted(cells, ownRows),
    ticked: boxes.map(({ id }) => id).filter((id) => answers[named.box(against, id)] === 'yes'),
    facts: { accepted: factsOf('accepted'), other: factsOf('other') },
  };
}

/** Rows by whether they can be counted; those that nobody touched are left out. */
function sorted(cells: readonly Cells[], ownRows: Readonly<Record<string, string>>) {
  const rows: Row[] = [];
  const idle: string[] = [];
  const unfinished: string[] = [];
  for (const { id, weight, accepted, other } of cells) {
    const filled = [weight, accepted, other].filter((cell) => cell !== undefined);
    if (weight !== undefined && accepted !== undefined && other !== undefined) {
      rows.push({ id, weight, scores: { accepted, other } });
    } else if (weight === 0) idle.push(id);
    else if (filled.length > 0 || Object.hasOwn(ownRows, id)) unfinished.push(id);
  }
  return { rows, idle, unfinished };
}
