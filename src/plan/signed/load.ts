import { getEntry } from 'astro:content';
import type { SignedWords } from './words-schema.ts';

/** What content/plan/signed.yaml says. */
export async function loadSigned(): Promise<SignedWords> {
  const entry = await getEntry('planSigned', 'signed');
  if (!entry) throw new Error('content/plan/signed.yaml is empty.');
  return entry.data;
}
