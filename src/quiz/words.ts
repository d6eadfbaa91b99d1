/** What stands for a blank of a text, by the blank's name. */
export type Blanks = Readonly<Record<string, string | number>>;

/** `text` with each `{name}` replaced by what `blanks` has for it. Blanks it lacks stay as they are. */
export function fill(text: string, blanks: Blanks): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(blanks, name) ? String(blanks[name]) : blank,
  );
}

/** The names of the blanks in `text`, in order. */
export function blanksOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/**
 * The words that the page wrote for `element`: the JSON in its own `script[data-words]`. Elements
 * hold no text for readers, so that the owner can change every word in content/quiz.
 */
export function wordsFor<Words>(element: Element): Words {
  const script = element.querySelector(':scope > script[data-words]');
  // The build wrote it from a file that zod had checked.
  return JSON.parse(script?.textContent ?? '{}') as Words;
}
