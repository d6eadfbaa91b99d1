import type { DecideSetup } from './question.ts';
import { setupOf } from './setup.ts';
import type { TellingWords } from './tell.ts';
import { tellingWordsOf } from './telling-words.ts';
import type { Words } from './words-schema.ts';

/** What Decide.astro hands to its element. */
export type HandedWords = Pick<Words, 'facts' | 'reminder' | 'mistakes'> & {
  readonly setup: DecideSetup;
  readonly telling: TellingWords;
  /** Above the facts in the outcome. */
  readonly factTitles: Pick<Words['outcome']['facts'], 'pros' | 'cons'>;
  /** What is said once the reminder is saved. */
  readonly saved: string;
};

/** What of `words` the element needs, and no more. */
export function handedWordsOf(words: Words): HandedWords {
  const { facts, outcome, reminder, mistakes } = words;
  const { criteria, boxes } = setupOf(words);
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => ({ id }));
  return {
    ...{ facts, reminder, mistakes },
    setup: {
      criteria: ids(criteria),
      boxes: { offer: ids(boxes.offer), stay: ids(boxes.stay), none: [] },
    },
    telling: tellingWordsOf(words),
    factTitles: { pros: outcome.facts.pros, cons: outcome.facts.cons },
    saved: outcome.sleep.saved,
  };
}
