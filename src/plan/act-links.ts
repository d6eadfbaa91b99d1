import { answersFragment } from '../forms/linked-answers.ts';
import type { Answers } from '../forms/reading.ts';
import type { Act, WayOut } from './places/act.ts';
import type { ActWords } from './places/acts-schema.ts';

/** The tool that composes messages. */
const COMPOSER = 'say-it';

/** What an outcome says of the message that comes next. */
export interface NextMessage {
  readonly act: Act;
  /** The way in which it is done. */
  readonly way: WayOut;
  /** What the composer is set to beside the act, by its fields. */
  readonly answers: Answers;
}

/**
 * Links to the message of an outcome, set to its place and kind, the one to follow first as a button.
 * They lead to the composer on this page if there is one, or else to its page at `path`.
 */
export function actLinks(
  { act, way, answers }: NextMessage,
  words: ActWords,
  path: string,
): HTMLElement {
  const here = document.querySelector(`[data-step=${COMPOSER}]`) ? '' : path;
  const line = document.createElement('p');
  line.className = 'next-act screen';
  for (const [index, { label, channel }] of words[way].next.entries()) {
    const link = document.createElement('a');
    link.className = index === 0 ? 'button' : 'button quiet';
    link.href = here + answersFragment(COMPOSER, { ...answers, act, channel });
    link.textContent = label;
    line.append(link);
  }
  return line;
}
