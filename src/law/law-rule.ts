import { z } from 'zod';
import { day } from '../site/content-error.ts';

const id = z.string().trim().min(1);

/** What every rule of law carries: ids of content/sources.yaml, and the day it was last checked. */
export const lawRule = {
  sources: z.array(id).min(1),
  reviewed: day,
} as const;

/** A rule of law, wherever it stands in content/plan. */
export interface LawRule {
  readonly sources: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly reviewed: string;
}

/** Every rule of law anywhere in `data`, with the path of keys that leads there. */
export function rulesIn(data: unknown, path = ''): { path: string; rule: LawRule }[] {
  if (typeof data !== 'object' || data === null) return [];
  const inside = Object.entries(data).flatMap(([key, value]) =>
    rulesIn(value, path ? `${path}.${key}` : key),
  );
  return isRule(data) ? [{ path, rule: data }, ...inside] : inside;
}

/** Words such as the heading "Sources" are no rule. */
function isRule(data: object): data is LawRule {
  return 'reviewed' in data && 'sources' in data && Array.isArray(data.sources);
}
