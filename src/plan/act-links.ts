import { answersFragment } from '../forms/linked-answers.ts';
import type { Block } from '../forms/outcome.ts';
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
 * `composer` is what `composerAt` says.
 */
export function actLinks(
  { act, way, answers }: NextMessage,
  words: ActWords,
  composer: string,
): Block {
  const links = words[way].next.map(({ label, channel }) => ({
    label,
    href: composer + answersFragment(COMPOSER, { ...answers, act, channel }),
  }));
  return { kind: 'links', links };
}

/** Where links find the composer: on this page if it is there, or else at `path`. */
export function composerAt(path: string): string {
  return document.querySelector(`[data-step=${COMPOSER}]`) ? '' : path;
}
