import { getEntry } from 'astro:content';
import type { PlanWords } from './schema.ts';

/** What content/plan/plan.yaml says. */
export async function loadPlan(): Promise<PlanWords> {
  const entry = await getEntry('plan', 'plan');
  if (!entry) throw new Error('content/plan/plan.yaml is empty.');
  return entry.data;
}
