import { getEntry } from 'astro:content';
import { loadSite } from '../site/load.ts';
import { withSiteName } from '../site/site-name.ts';
import type { Words } from './words-schema.ts';

/** What content/newsletter.yaml says, in the site's name. */
export async function loadNewsletter(): Promise<Words> {
  const entry = await getEntry('newsletter', 'newsletter');
  if (!entry)
    throw new Error('content/newsletter.yaml is empty. content/README.md says what it holds.');
  return withSiteName(entry.data, (await loadSite()).name);
}
