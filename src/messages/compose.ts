import { ContentError } from '../site/content-error.ts';
import { countWords } from '../site/words.ts';

const SLOT = /\{([a-z0-9-]+)\}/g;

/** A run of a message: plain text, or the blank `slot` with what is printed while it is empty. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: string; readonly text: string };

/**
 * `template` cut at its slots, in order. `labels` maps slot ids to what an empty slot prints
 * (in brackets). Throws an Error that names the slot when a label is missing.
 */
export function runsOf(template: string, labels: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of template.matchAll(SLOT)) {
    const slot = match[1] ?? '';
    const label = labels.get(slot);
    if (label === undefined) {
      throw new Error(
        `Found: the slot {${slot}}. Allowed: ${[...labels.keys()].join(', ')} (content/messages/slots.yaml).`,
      );
    }
    if (match.index > end) runs.push({ kind: 'text', text: template.slice(end, match.index) });
    runs.push({ kind: 'slot', slot, text: `[${label}]` });
    end = match.index + match[0].length;
  }
  if (end < template.length) runs.push({ kind: 'text', text: template.slice(end) });
  return runs;
}

/** Throws a ContentError for the first slot of a message in `file` that is not among `slots`. */
export function checkSlots(
  file: string,
  message: { readonly body: string; readonly subject?: string },
  slots: ReadonlyMap<string, unknown>,
): void {
  const { subject = '', body } = message;
  for (const [field, text] of Object.entries({ subject, body })) {
    for (const [found, slot = ''] of text.matchAll(SLOT)) {
      if (slots.has(slot)) continue;
      const allowed = `${[...slots.keys()].join(', ')} (content/messages/slots.yaml)`;
      throw new ContentError({ file, field, found, allowed });
    }
  }
}

/** The paragraphs of a message body, each as its runs; single line breaks stay in the text. */
export function paragraphsOf(body: string, labels: ReadonlyMap<string, string>): Run[][] {
  return body
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => runsOf(paragraph, labels));
}

/** Words of a message body; an empty slot counts as one word. */
export function countMessageWords(body: string): number {
  return countWords(body.replace(SLOT, 'slot'));
}
