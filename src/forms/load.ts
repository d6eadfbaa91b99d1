import { getEntry } from 'astro:content';
import type { FormWords } from './words-schema.ts';

/** What content/forms.yaml says. */
export async function loadFormWords(): Promise<FormWords> {
  const entry = await getEntry('forms', 'forms');
  if (!entry) throw new Error('content/forms.yaml is empty.');
  return entry.data;
}
