import { loadNewsletter } from '../../newsletter/load.ts';
import type { FormWords } from '../../newsletter/words-schema.ts';

/** What the newsletter's form says where it answers in place. */
export const GET = async () => {
  const { form, mistakes } = await loadNewsletter();
  const { sending, check, busy, failed, unavailable, suggestion, take, ignore } = form;
  return Response.json({
    ...{ sending, check, busy, failed, unavailable, suggestion, take, ignore },
    mistakes: mistakes.byKind,
  } satisfies FormWords);
};
