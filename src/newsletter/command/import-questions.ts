import type { Question } from './standing.ts';
import { keyOf } from './status-columns.ts';

const MOST_LINES = 5;
/** With more values than this, they are no list of states, and one answer for all of them is likelier. */
const MOST_VALUES = 8;

/** What the owner should know about a value before answering. */
const HINTS: Readonly<Record<string, string>> = {
  enabled:
    'In listmonk, whoever left a list or never confirmed it is enabled too. Export the list alone, filtered by the subscription status "confirmed", and answer subscribed.',
};

function linesOf(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length - MOST_LINES;
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function questionOf(column: string, questions: readonly Question[]): readonly string[] {
  const shown = questions.slice(0, MOST_VALUES);
  const more = questions.length - shown.length;
  const example = shown[0]?.value.trim() ?? '';
  const hints = shown.flatMap(({ value }) => HINTS[keyOf(value)] ?? []);
  return [
    `The column "${column}":`,
    ...shown.map(({ value, lines }) =>
      value.trim() === ''
        ? `  is empty on ${linesOf(lines)}`
        : `  says "${value.trim()}" on ${linesOf(lines)}`,
    ),
    ...(more > 0 ? [`  and ${more} other values`] : []),
    ...hints,
    `  Answer with --means "${column}:${example}=subscribed" for each value${
      more > 0 ? `, or --means "${column}:*=subscribed" for all that are left` : ''
    }, or with --ignore "${column}".`,
  ];
}

/** What to ask the owner, by column, with the lines that hold each value and how to answer. */
export function questionsOf(questions: readonly Question[]): string {
  const byColumn = Map.groupBy(questions, ({ column }) => column);
  return [
    'Nothing was imported: the file may hold people who left or never confirmed, and only you know what this means.',
    ...[...byColumn].flatMap(([column, asked]) => questionOf(column, asked)),
    'An answer is subscribed, unconfirmed (left out), left (never written to) or nothing (says nothing about it). --ignore is for a column that is about something else.',
  ].join('\n');
}
