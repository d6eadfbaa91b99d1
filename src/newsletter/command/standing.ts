import { CommandError } from './command-error.ts';
import type { ImportAnswers } from './import-answers.ts';
import type { ImportFile, Person } from './import-file.ts';
import { cellsToUnderstand, type Meaning, meaningOf } from './status-columns.ts';

/** What is to become of somebody in a file. */
export type Standing = Exclude<Meaning, 'nothing' | 'unclear'>;

/** A cell that nobody understands, and the lines that hold it. */
export interface Question {
  readonly column: string;
  readonly value: string;
  readonly lines: readonly number[];
}

/** Where all people of a file stand, or what must be answered first. */
export type Standings =
  | { readonly kind: 'known'; readonly of: ReadonlyMap<Person, Standing> }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] };

/** The most careful first: whoever left in one column has left, whatever another one says. */
const CAREFUL = ['left', 'blocked', 'unconfirmed', 'subscribed', 'unclear', 'nothing'] as const;

/** The most careful of what is said of somebody. */
export function mostCareful<Said extends Meaning>(first: Said, ...others: readonly Said[]): Said {
  return others.reduce(
    (kept, said) => (CAREFUL.indexOf(said) < CAREFUL.indexOf(kept) ? said : kept),
    first,
  );
}

/** What a cell says: what is known of it, or else what the owner answered. */
function saidIn(column: string, cell: string, answers: ImportAnswers): Meaning | undefined {
  const known = meaningOf(column, cell);
  return known === undefined || known === 'unclear'
    ? (answers.meaning(column, cell) ?? known)
    : known;
}

/** The columns that matter, their places, and their cells that must be understood. */
function columnsToUnderstand({ columns, address, people }: ImportFile, answers: ImportAnswers) {
  return columns.flatMap((column, place) => {
    if (place === address) return [];
    if (answers.isIgnored(column)) {
      for (const { line, cells } of people) {
        const cell = cells[place] ?? '';
        const known = meaningOf(column, cell) ?? 'nothing';
        if (['nothing', 'unclear', 'subscribed'].includes(known)) continue;
        throw new CommandError(
          `The column "${column}" cannot be ignored: line ${line} says "${cell}", which means ${known}. If it is about something else, give it another name in the first line.`,
        );
      }
      return [];
    }
    const cells = new Set(people.map((person) => person.cells[place] ?? ''));
    return [{ column, place, wanted: cellsToUnderstand(column, cells) }];
  });
}

/**
 * Finds out where everybody in a file stands, by all columns that say something about it. A file
 * without any is one of people who are subscribed.
 *
 * @throws CommandError where a column is to be ignored that is known to say who left
 */
export function standingsOf(file: ImportFile, answers: ImportAnswers): Standings {
  const relevant = columnsToUnderstand(file, answers);
  const questions = new Map<string, { column: string; value: string; lines: number[] }>();
  const ask = (column: string, value: string, line: number): void => {
    const key = `${column}\n${value}`;
    const question = questions.get(key) ?? { column, value, lines: [] };
    question.lines.push(line);
    questions.set(key, question);
  };

  const of = new Map<Person, Standing>();
  for (const person of file.people) {
    const meanings: Meaning[] = answers.everyone === undefined ? [] : [answers.everyone];
    for (const { column, place, wanted } of relevant) {
      const cell = person.cells[place] ?? '';
      const said = saidIn(column, cell, answers);
      if (said !== undefined) meanings.push(said);
      else if (wanted.has(cell)) ask(column, cell, person.line);
    }
    const meaning = mostCareful('nothing', ...meanings);
    if (meaning !== 'unclear') {
      of.set(person, meaning === 'nothing' ? 'subscribed' : meaning);
      continue;
    }
    for (const { column, place } of relevant) {
      const cell = person.cells[place] ?? '';
      if (saidIn(column, cell, answers) === 'unclear') ask(column, cell, person.line);
    }
  }
  return questions.size > 0
    ? { kind: 'questions', questions: [...questions.values()] }
    : { kind: 'known', of };
}
