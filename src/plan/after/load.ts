import { getEntry } from 'astro:content';
import type { Words } from './words-schema.ts';

/** What content/plan/after.yaml says. */
export async function loadAfter(): Promise<Words> {
  const entry = await getEntry('planAfter', 'after');
  if (!entry) throw new Error('content/plan/after.yaml is empty.');
  return entry.data;
}
