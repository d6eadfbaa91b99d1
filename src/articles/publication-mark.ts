import { longDay } from '../site/days.ts';
import type { Publication } from '../site/dead-ends.ts';

/**
 * What marks an article for its writer on `today` (`YYYY-MM-DD`): that it is a draft, or from when on
 * readers see it. Undefined where they do.
 */
export function publicationMark(
  { draft, published }: Publication,
  today: string,
): string | undefined {
  if (draft) return 'Draft';
  return published > today ? `Out on ${longDay(published)}` : undefined;
}
