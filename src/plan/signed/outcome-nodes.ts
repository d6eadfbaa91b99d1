import type { SourceLabels } from '../../law/source-labels.ts';
import { sourceLine } from '../../law/source-line.ts';
import { fill } from '../../site/blanks.ts';
import type { Rule } from '../places/place-schema.ts';
import type { SourcedText } from './state-law.ts';
import type { SignedWords } from './words-schema.ts';

/** What lines of sources are made of, on the reader's day. */
export interface SourcesToday extends SourceLabels {
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

type OutcomeWords = SignedWords['outcome'];

/** A reason as it is shown. */
interface ShownReason {
  readonly title: string;
  readonly sure: boolean;
  readonly rule: Rule;
}

/** An item that gives a reason, what is open, what to say, and what it rests on. */
export function reasonNode(
  { title, sure, rule }: ShownReason,
  words: OutcomeWords,
  sources: SourcesToday,
): HTMLElement {
  const item = textNode('li', '');
  const heading = textNode('p', '');
  heading.append(textNode('b', title));
  item.append(heading, textNode('p', sure ? rule.reason : `${words.counted} ${rule.reason}`));
  if (rule.unsure) item.append(textNode('p', `${words.open} ${rule.unsure}`));
  if (rule.say) item.append(sayNode(rule.say, words));
  item.append(
    rule.kind === 'sourced'
      ? sourceLine(rule, sources, sources.today)
      : textNode('p', words.ours, 'small'),
  );
  return item;
}

/** An item with a note on law and what it rests on. */
export function noteNode(note: SourcedText, sources: SourcesToday): HTMLElement {
  const item = textNode('li', '');
  item.append(textNode('p', note.text), sourceLine(note, sources, sources.today));
  return item;
}

/** An element with nothing but text in it. */
export function textNode(tag: 'b' | 'div' | 'li' | 'p', text: string, kind = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

function sayNode({ to, words: said }: NonNullable<Rule['say']>, words: OutcomeWords): HTMLElement {
  const block = textNode('div', '', 'say');
  const quote = document.createElement('blockquote');
  quote.append(textNode('p', said));
  block.append(textNode('p', fill(words.say, { to }), 'to'), quote);
  return block;
}
