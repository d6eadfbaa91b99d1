/** What stands for a blank of a text, by the blank's name. */
export type Blanks = Readonly<Record<string, string | number>>;

/** `text` with each `{name}` replaced by what `blanks` has for it. Blanks it lacks stay as they are. */
export function fillBlanks(text: string, blanks: Blanks): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(blanks, name) ? String(blanks[name]) : blank,
  );
}

/** The names of the blanks in `text`, in order. */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
