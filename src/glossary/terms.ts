import { typographic } from '../site/typographic.ts';
import type { Term } from './schema.ts';

/** The page of the glossary, below the site's base. */
export const GLOSSARY_PATH = '/glossary/';

/** Where a term stands, below the site's base. */
export function termPath(id: string): string {
  return `${GLOSSARY_PATH}#${id}`;
}

/** The terms from A to Z, as readers see them, whatever their order in the file. */
export function fromAToZ(terms: readonly Term[]): Term[] {
  return terms
    .map((one) => ({ ...one, term: typographic(one.term), says: typographic(one.says) }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en'));
}
