import type { FormAnswers } from '../forms/form-answers.ts';
import { answersFragment } from '../forms/linked-answers.ts';
import type { Block } from '../forms/outcome.ts';
import type { Act, WayOut } from './places/act.ts';
import type { ActWords } from './places/schema.ts';

/** The tool that composes messages. */
const COMPOSER = 'say-it';

/** What an outcome says of the message that comes next. */
export interface NextMessage {
  readonly act: Act;
  /** The way in which it is done. */
  readonly way: WayOut;
  /** What the composer is set to beside the act, by its fields. */
  readonly answers: FormAnswers;
}

/**
 * Links to the message of an outcome, set to its place and kind, the one to follow first as a button.
 * They lead to the composer on this page if there is one, or else to its page at `path`.
 */
export function actLinks({ act, way, answers }: NextMessage, words: ActWords, path: string): Block {
  const here = document.querySelector(`[data-step=${COMPOSER}]`) ? '' : path;
  const links = words[way].next.map(({ label, channel }) => ({
    label,
    href: here + answersFragment(COMPOSER, { ...answers, act, channel }),
  }));
  return { kind: 'links', links };
}
