import { getEntry } from 'astro:content';
import type { SayItWords } from './words-schema.ts';

/** What content/plan/say-it.yaml says. */
export async function loadSayIt(): Promise<SayItWords> {
  const entry = await getEntry('planSayIt', 'say-it');
  if (!entry) throw new Error('content/plan/say-it.yaml is empty.');
  return entry.data;
}
