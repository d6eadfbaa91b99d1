/**
 * `npm run new`: asks for what an article, a message, a source or a topic needs, and writes it into
 * content/. With all answers as options it asks nothing: `npm run new -- article --title "…" …`.
 */
import { cancel, intro, isCancel, log, outro, select, text } from '@clack/prompts';
import { contentDirectory } from '../site/content-directory.ts';
import { complain, say } from '../site/terminal.ts';
import { today } from '../site/today.ts';
import { completed, isKind, parseCommand } from './command.ts';
import { type Change, type DraftAnswers, KINDS, type Kind, type Question } from './kinds.ts';
import { type ExistingContent, readExistingContent } from './known.ts';
import { writeChange } from './write-change.ts';

const WRONG_INPUT = 2;

/** The writer ended it with Escape or Ctrl-C. */
class Ended extends Error {}

function answered(value: unknown): string {
  if (isCancel(value)) throw new Ended();
  return typeof value === 'string' ? value.trim() : '';
}

async function askOne(
  question: Question,
  answers: DraftAnswers,
  known: ExistingContent,
): Promise<string> {
  const { ask: message, choices, otherwise } = question;
  if (choices) return answered(await select({ message, options: [...choices(known)] }));
  const instead = otherwise?.(answers) ?? '';
  const validate = (value: string | undefined) =>
    value?.trim() || otherwise ? undefined : 'This one needs an answer.';
  return answered(await text({ message, placeholder: instead, defaultValue: instead, validate }));
}

/** Asks what `answers` lacks, and again where the whole is not right. Nothing typed is lost. */
async function ask(kind: Kind, given: DraftAnswers, known: ExistingContent): Promise<Change> {
  let answers = given;
  for (const question of kind.questions) {
    if (answers[question.name]) continue;
    answers = { ...answers, [question.name]: await askOne(question, answers, known) };
  }
  for (;;) {
    try {
      return kind.write(answers, known, today());
    } catch (error) {
      log.warn(error instanceof Error ? error.message : String(error));
    }
    const options = kind.questions.map(({ name, ask: label }) => ({ value: name, label }));
    const name = answered(await select({ message: 'What do you want to change?', options }));
    const question = kind.questions.find((one) => one.name === name);
    if (!question) continue;
    const before = answers[name] ?? '';
    const again = { ...question, otherwise: () => before };
    answers = { ...answers, [name]: await askOne(again, answers, known) };
  }
}

async function run(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  const content = contentDirectory();
  const known = readExistingContent(content);
  if (!isAsked) {
    if (!command.kind) {
      throw new Error(`Say what: npm run new -- ${Object.keys(KINDS).join(', or -- ')}.`);
    }
    const kind: Kind = KINDS[command.kind];
    const change = kind.write(completed(kind, command.answers), known, today());
    writeChange(content, change);
    say(`content/${change.file} is written. ${kind.next}`);
    return;
  }
  intro('Something new');
  const options = Object.entries(KINDS).map(([value, { title: label }]) => ({ value, label }));
  const name = command.kind ?? answered(await select({ message: 'What is it?', options }));
  if (!isKind(name)) throw new Ended();
  const kind: Kind = KINDS[name];
  const change = await ask(kind, command.answers, known);
  writeChange(content, change);
  outro(`content/${change.file} is written. ${kind.next}`);
}

try {
  await run();
} catch (error) {
  if (error instanceof Ended) cancel('Nothing was written.');
  else complain(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Ended ? 1 : WRONG_INPUT;
}
