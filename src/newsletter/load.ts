import { getEntry } from 'astro:content';
import type { Words } from './words-schema.ts';

/** What content/newsletter.yaml says. */
export async function loadNewsletter(): Promise<Words> {
  const entry = await getEntry('newsletter', 'newsletter');
  if (!entry) throw new Error('content/newsletter.yaml is empty. README.md says what it holds.');
  return entry.data;
}
