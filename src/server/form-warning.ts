import { hasNewsletter } from '../site/has-newsletter.ts';
import type { Site } from './site.ts';
import { StartError } from './start-error.ts';

/**
 * What to say when a server starts whose `NEWSLETTER_PROVIDER` is another than the site was built with:
 * a form that posts to nothing, or a newsletter that nobody finds. Undefined where all is well.
 *
 * @throws StartError where the variable says what there is not
 */
export async function formWarning(
  { resources }: Site,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const provider = env['NEWSLETTER_PROVIDER']?.trim() || undefined;
  const isHere = isWanted(env) && provider !== 'form';
  const page = await resources.get('/newsletter/')?.represent('identity');
  const postsHere = / action="[^":]*\/newsletter\/subscribe\/"/.test(page?.body.toString() ?? '');
  if (postsHere && !isHere) {
    return (
      `The newsletter's form of this site posts to this server, which takes nothing with NEWSLETTER_PROVIDER=${provider}. ` +
      'Run npm run build again with the same, best from the file .env, which both read.'
    );
  }
  if (page !== undefined || provider === undefined || !isHere) return undefined;
  return (
    `This site was built without its newsletter, so NEWSLETTER_PROVIDER=${provider} does nothing. ` +
    'Run npm run build again with the same, best from the file .env, which both read.'
  );
}

function isWanted(env: Readonly<Record<string, string | undefined>>): boolean {
  try {
    return hasNewsletter(env);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}
