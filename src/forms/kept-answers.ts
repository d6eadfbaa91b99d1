import type { FormAnswers } from './form-answers.ts';

/** The answers of all tools, by the tool's id. */
export type AllAnswers = Readonly<Record<string, FormAnswers>>;

const KEY = 'second-thoughts:plan';

/** What happens at `document` when keeping begins or ends, so that all boxes on a page agree. */
export const KEEPING_CHANGED = 'keeping-changed';

/** The answers this browser keeps, or undefined where its reader did not ask for that. */
export function keptAnswers(): AllAnswers | undefined {
  try {
    return readKept(localStorage.getItem(KEY));
  } catch {
    // Storage is blocked. The tools work the same without.
    return undefined;
  }
}

/** Keeps `answers` of `tool` beside those of the others. Returns whether the browser lets us. */
export function keepAnswers(tool: string, answers: FormAnswers): boolean {
  return write({ ...keptAnswers(), [tool]: answers });
}

/** Forgets the answers of all tools, and that anything was to be kept. */
export function forgetAnswers(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where storage is blocked.
  }
}

function write(all: AllAnswers): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** Reads what was kept, whatever somebody made of it: anything that is no text is left out. */
export function readKept(json: string | null): AllAnswers | undefined {
  if (json === null) return undefined;
  try {
    return Object.fromEntries(
      Object.entries(groupOf(JSON.parse(json))).map(([tool, answers]) => [
        tool,
        Object.fromEntries(
          Object.entries(groupOf(answers)).filter(
            (entry): entry is [string, string] => typeof entry[1] === 'string',
          ),
        ),
      ]),
    );
  } catch {
    return undefined;
  }
}

function groupOf(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
