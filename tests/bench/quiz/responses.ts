import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Answer } from '../../../src/quiz/engine/answers.ts';
import { type Six, six, TYPE_LETTERS } from '../../../src/quiz/engine/types.ts';

/** A person's answers to a 48-item form: for each type, the eight items in order. */
export type FormAnswers = Six<readonly Answer[]>;

/** Items a type has on the form. */
export const FORM_ITEMS = 8;

const HEAD = [
  'person',
  ...TYPE_LETTERS.flatMap((letter) =>
    Array.from({ length: FORM_ITEMS }, (_, item) => `${letter}${item + 1}`),
  ),
].join(',');

/**
 * All people of the file at `path`, in file order: a CSV, compressed by gzip, whose columns are
 * person, R1 to R8, I1 to I8 and so on, with answers from 1 to 5. Throws an Error that says what to
 * do where the file is missing or is another one.
 */
export async function readResponses(path: string): Promise<readonly FormAnswers[]> {
  const [head, ...lines] = (await unzipped(path)).trimEnd().split(/\r?\n/);
  if (head !== HEAD) {
    throw new Error(
      `${path}: the first line is wrong. Found: ${head?.slice(0, 60) ?? 'nothing'}. Allowed: ${HEAD}.`,
    );
  }
  return lines.map((line, index) => {
    const [, ...answers] = line.split(',').map(Number);
    if (answers.length === TYPE_LETTERS.length * FORM_ITEMS && answers.every(isAnswer)) {
      return six((type) => answers.slice(FORM_ITEMS * type, FORM_ITEMS * (type + 1)));
    }
    throw new Error(
      `${path}, line ${index + 2}: Found: ${line}. Allowed: a number, then 48 answers from 1 to 5.`,
    );
  });
}

async function unzipped(path: string): Promise<string> {
  try {
    return gunzipSync(await readFile(path)).toString('utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(
      missing
        ? `There is no file ${path}. Give the path of responses.csv.gz: npm run bench:quiz -- PATH`
        : `${path} cannot be read as gzip (${error instanceof Error ? error.message : error}). Give the path of responses.csv.gz: npm run bench:quiz -- PATH`,
    );
  }
}

function isAnswer(value: number): value is Answer {
  return [1, 2, 3, 4, 5].includes(value);
}
