import { getEntry } from 'astro:content';
import type { Words } from './words-schema.ts';

/** What content/plan/decide.yaml says. */
export async function loadDecide(): Promise<Words> {
  const entry = await getEntry('planDecide', 'decide');
  if (!entry) throw new Error('content/plan/decide.yaml is empty.');
  return entry.data;
}
