import type { Answers } from '../engine/answers.ts';
import { type Length, lengthOf } from '../engine/session.ts';
import { packAnswers, unpackAnswers } from '../keeping/answer-code.ts';
import type { QuizState } from './quiz-state.ts';

/** What the browser's history keeps of a step of the quiz, so that its Back button is ours. */
export interface HistoryEntry {
  readonly position: number;
  readonly goal: Length;
  /** How many steps of the quiz lie below it. */
  readonly depth: number;
  /** The answers of then, for a browser that keeps nothing else. */
  readonly answers: Answers;
}

/** Reads what `writeHistoryEntry` wrote into the history; undefined for anybody else's entry. */
export function historyEntryOf(state: unknown): HistoryEntry | undefined {
  if (typeof state !== 'string') return undefined;
  const [mark, position, length, depth, code = ''] = state.split(' ');
  const answers = unpackAnswers(code);
  const goal = lengthOf(Number(length));
  if (mark !== 'quiz' || !answers || !goal) return undefined;
  return { position: Number(position), goal, depth: Number(depth), answers };
}

/**
 * Writes where a reader is into the history: as a new entry, or in place of the current one. The
 * address loses its fragment, which is somebody's shared result or a place on the page.
 */
export function writeHistoryEntry(
  { position, goal, answers }: QuizState,
  entry: 'new' | 'same',
): void {
  const depth = (historyEntryOf(history.state)?.depth ?? 0) + (entry === 'new' ? 1 : 0);
  const state = `quiz ${position} ${goal} ${depth} ${packAnswers(answers)}`;
  const address = location.pathname + location.search;
  if (entry === 'new') history.pushState(state, '', address);
  else history.replaceState(state, '', address);
}
