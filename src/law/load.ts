import { getEntry } from 'astro:content';
import type { LawWords } from './words-schema.ts';

/** What content/law.yaml says. */
export async function loadLaw(): Promise<LawWords> {
  const entry = await getEntry('law', 'law');
  if (!entry) throw new Error('content/law.yaml is empty.');
  return entry.data;
}
