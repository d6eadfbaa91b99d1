/**
 * The text of a function without parameters as a script in a page: its block alone, without the spaces
 * that code can do without. No text in it has a space beside what is no letter.
 */
export function asInlineScript(run: () => void): string {
  return String(run)
    .replace('() =>', '')
    .replaceAll(/\s*(\W)\s*/g, '$1');
}
