import { getEntry } from 'astro:content';
import type { Clauses } from './clauses-schema.ts';
import type { SignedWords } from './words-schema.ts';

/** What content/plan/signed.yaml says. */
export async function loadSigned(): Promise<SignedWords> {
  const entry = await getEntry('planSigned', 'signed');
  if (!entry) throw new Error('content/plan/signed.yaml is empty.');
  return entry.data;
}

/** The rules of content/plan/clauses.yaml. */
export async function loadClauses(): Promise<Clauses> {
  const entry = await getEntry('planClauses', 'clauses');
  if (!entry) throw new Error('content/plan/clauses.yaml is empty.');
  return entry.data;
}
