import type { Answers, Mistake, Reading } from '../../forms/reading.ts';
import { fields } from './fields.ts';
import {
  AGAINST,
  type DecideQuestion,
  type DecideSetup,
  type Facts,
  OWN_ROWS,
  type Row,
  SCORES,
  SIDES,
  type Side,
  WEIGHTS,
} from './question.ts';

/** Characters that a name and a list of facts may have. */
export const LIMITS = { name: 60, facts: 2000 } as const;

/** What can be wrong in the form: keys of `mistakes` in content/plan/decide.yaml. */
export const MISTAKES = ['against', 'long', 'choice'] as const;
type MistakeKind = (typeof MISTAKES)[number];

/** A row as far as it is filled in; `undefined` is an empty cell. */
interface Cells {
  readonly id: string;
  readonly weight: number | undefined;
  readonly accepted: number | undefined;
  readonly other: number | undefined;
}

/**
 * Reads the form of `setup`. An empty cell is no mistake: it is something the reader does not know
 * yet, and the outcome says so. Mistakes are in the order of the fields.
 */
export function readDecide(answers: Answers, setup: DecideSetup): Reading<DecideQuestion> {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, mistake: MistakeKind, blanks?: Mistake['blanks']) => {
    mistakes.push(blanks ? { field, mistake, blanks } : { field, mistake });
  };
  const textOf = (field: string, limit: number): string => {
    const text = (answers[field] ?? '').trim();
    // As a reader counts, so that an emoji is one.
    const count = [...text].length;
    if (count > limit) wrong(field, 'long', { limit, count });
    return text;
  };
  const stepOf = (field: string, { low, high }: { low: number; high: number }) => {
    const text = answers[field] ?? '';
    if (text === '') return undefined;
    const step = Number(text);
    if (/^\d$/.test(text) && step >= low && step <= high) return step;
    wrong(field, 'choice');
    return undefined;
  };
  const factsOf = (side: Side): Facts => ({
    pros: linesOf(textOf(fields.facts(side, 'pros'), LIMITS.facts)),
    cons: linesOf(textOf(fields.facts(side, 'cons'), LIMITS.facts)),
  });

  const against = AGAINST.find((id) => id === answers[fields.against]);
  if (!against) wrong(fields.against, 'against');
  const names = present(SIDES.map((side) => [side, textOf(fields.name(side), LIMITS.name)]));

  const ownRows: Record<string, string> = {};
  const ids = [...setup.criteria.map(({ id }) => id), ...OWN_ROWS];
  const cells = ids.map((id): Cells => {
    const own = OWN_ROWS.some((row) => row === id);
    const name = own ? textOf(fields.rowName(id), LIMITS.name) : '';
    if (name !== '') ownRows[id] = name;
    return {
      id,
      weight: stepOf(fields.weight(id), WEIGHTS),
      accepted: stepOf(fields.score(id, 'accepted'), SCORES),
      other: stepOf(fields.score(id, 'other'), SCORES),
    };
  });

  const facts = { accepted: factsOf('accepted'), other: factsOf('other') };
  const boxes = against ? setup.boxes[against] : [];
  if (!against || mistakes.length > 0) return { kind: 'mistakes', mistakes };
  return {
    kind: 'read',
    value: {
      against,
      names,
      ownRows,
      ...sorted(cells, ownRows),
      ticked: boxes.map(({ id }) => id).filter((id) => answers[fields.box(against, id)] === 'yes'),
      facts,
    },
  };
}

/** Rows by whether they can be counted; those that nobody touched are left out. */
function sorted(cells: readonly Cells[], ownRows: Readonly<Record<string, string>>) {
  const rows: Row[] = [];
  const idle: string[] = [];
  const unfinished: string[] = [];
  for (const row of cells) {
    const { id, weight, accepted, other } = row;
    if (weight !== undefined && accepted !== undefined && other !== undefined) {
      rows.push({ id, weight, scores: { accepted, other } });
    } else if (weight === 0) idle.push(id);
    else if (!isBlank(row) || Object.hasOwn(ownRows, id)) unfinished.push(id);
  }
  return { rows, idle, unfinished };
}

function isBlank({ weight, accepted, other }: Cells): boolean {
  return weight === undefined && accepted === undefined && other === undefined;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function present(names: readonly (readonly [Side, string])[]): Partial<Record<Side, string>> {
  return Object.fromEntries(names.filter(([, name]) => name !== ''));
}
