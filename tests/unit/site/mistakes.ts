import type { z } from 'zod';
import { checked } from '../../../src/site/content-error.ts';

/** What a writer is told about `data`: each mistake as "field: sentence", in order. */
export function mistakesIn(schema: z.ZodType, data: unknown): string[] {
  const issues = checked(schema).safeParse(data).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
