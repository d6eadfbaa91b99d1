import { steadyClock } from '../newsletter/clock.ts';
import { readNewsletterConfig } from '../newsletter/config.ts';
import { readContent } from '../newsletter/content.ts';
import { providerOf } from '../newsletter/delivery/providers/provider-of.ts';
import { type Newsletter, startNewsletter } from '../newsletter/newsletter.ts';
import { calmLog } from '../newsletter/service/calm-log.ts';
import { jsonLog } from '../newsletter/service/log.ts';
import { startList } from '../newsletter/store/start-list.ts';
import { contentDirectory } from '../site/content-directory.ts';
import type { SiteUrl } from '../site/site-url.ts';
import { say } from '../site/terminal.ts';
import type { Site } from './site.ts';

/** Whether a site has the pages that the newsletter's responses lead to. */
export function hasNewsletter({ resources }: Site): boolean {
  return resources.has('/newsletter/check/');
}

/**
 * Starts the newsletter of a site that has its pages. Undefined where it has none, and where the
 * form posts to a provider and nothing of ours is needed.
 *
 * @param files the site that is served now
 * @param folder where it was built
 *
 * @throws SetupError for what only the owner can put right
 */
export async function newsletterFor(
  files: () => Site,
  folder: string,
  site: SiteUrl,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Newsletter | undefined> {
  if (!hasNewsletter(files())) return undefined;
  const config = readNewsletterConfig(env, site);
  const { NEWSLETTER_PROVIDER: provider } = config.provider;
  if (provider === 'form' || provider === 'none') return undefined;
  const said = await readContent(folder, contentDirectory);
  const monotonic = () => performance.now();
  return startNewsletter(config, {
    site,
    siteName: said.siteName,
    accent: said.accent,
    postalAddress: config.postalAddress ?? said.postalAddress,
    words: said.mails,
    welcome: said.welcome,
    consent: said.consent,
    page: async (path) => {
      const page = await files().resources.get(path)?.represent('identity');
      return page?.body.toString();
    },
    provider: providerOf(config),
    startList,
    now: steadyClock(Date.now, monotonic),
    monotonic,
    random: Math.random,
    print: say,
    log: calmLog(jsonLog(say, Date.now), monotonic),
  });
}
