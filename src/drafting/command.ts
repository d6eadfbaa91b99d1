import { parseArgs } from 'node:util';
import { type DraftAnswers, KINDS, type Kind, type KindName } from './kinds.ts';

/** What was asked for on the command line: maybe a kind, and some of its answers. */
export interface Command {
  readonly kind: KindName | undefined;
  readonly answers: DraftAnswers;
}

const names = Object.keys(KINDS);

export const isKind = (name: unknown): name is KindName => names.some((kind) => kind === name);

/** Reads `KIND --question answer …`. Throws an Error that says what there is instead. */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined) return { kind: undefined, answers: {} };
  if (!isKind(name)) {
    throw new Error(
      `npm run new writes ${names.join(', ')}. Found: "${name}". For example: npm run new -- article`,
    );
  }
  const questions = KINDS[name].questions.map((question) => question.name);
  const options = Object.fromEntries(questions.map((one) => [one, { type: 'string' as const }]));
  // What stands behind a question is its answer, even if it begins with a hyphen.
  const asked = new Set(questions.map((one) => `--${one}`));
  const joined: string[] = [];
  for (const [index, arg] of rest.entries()) {
    const question = rest[index - 1] ?? '';
    const isAnswer = joined.at(-1) === question && asked.has(question) && !asked.has(arg);
    if (isAnswer) joined[joined.length - 1] = `${question}=${arg}`;
    else joined.push(arg);
  }
  try {
    const { values } = parseArgs({ args: joined, options, strict: true });
    const given = Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.trim()]] : [],
    );
    return { kind: name, answers: Object.fromEntries(given) };
  } catch {
    const known = questions.map((one) => `--${one}`).join(', ');
    throw new Error(
      `npm run new -- ${name} takes ${known}, each with its answer in quotes. Found: ${rest.join(' ')}`,
    );
  }
}

/**
 * `answers` with what stands for those that may be left out. Throws an Error that names the options
 * that are missing, where nobody is there to be asked.
 */
export function completed({ questions }: Kind, answers: DraftAnswers): DraftAnswers {
  let all = answers;
  const missing: string[] = [];
  for (const { name, otherwise } of questions) {
    if (all[name]) continue;
    if (otherwise) all = { ...all, [name]: otherwise(all) };
    else missing.push(`--${name}`);
  }
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is missing.`);
  return all;
}
