import type { FormWords } from '../../newsletter/words-schema.ts';
import { loadWords } from '../../site/load.ts';

/** What the newsletter's form says where it answers in place. */
export const GET = async () => {
  const { form, mistakes } = await loadWords('newsletter');
  const { sending, check, busy, failed, unavailable, suggestion, take, ignore } = form;
  return Response.json({
    ...{ sending, check, busy, failed, unavailable, suggestion, take, ignore },
    mistakes: mistakes.byKind,
  } satisfies FormWords);
};
