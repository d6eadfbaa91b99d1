import { getEntry } from 'astro:content';
import type { Country, PlanWords } from './schema.ts';

/** What content/plan/plan.yaml says. */
export async function loadPlan(): Promise<PlanWords> {
  const entry = await getEntry('plan', 'plan');
  if (!entry) throw new Error('content/plan/plan.yaml is empty.');
  return entry.data;
}

/** The countries of content/plan/countries.yaml, in their order. */
export async function loadCountries(): Promise<Country[]> {
  const entry = await getEntry('countries', 'countries');
  return Object.entries(entry?.data ?? {}).map(([id, country]) => ({ id, ...country }));
}
