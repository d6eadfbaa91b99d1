import { getCollection } from 'astro:content';
import { isOut } from '../../site/dead-ends.ts';
import { hasNewsletter } from '../../site/has-newsletter.ts';
import { siteView } from '../../site/load.ts';
import { typographic } from '../../site/typographic.ts';
import { type Letter, lettersOf } from './letters.ts';

/** All letters, drafts and those of a day to come among them, the newest first. */
export async function loadLetters(): Promise<Letter[]> {
  if (!hasNewsletter(process.env)) return [];
  const entries = await getCollection('letters');
  return lettersOf(
    entries.map(({ id: entry, body = '', data }) => {
      const set = { subject: typographic(data.subject), preview: typographic(data.preview) };
      return { entry, body, data: { ...data, ...set } };
    }),
  );
}

/** The letters that readers may see, the newest first. */
export async function loadPublicLetters(): Promise<Letter[]> {
  const view = siteView();
  return (await loadLetters()).filter(({ draft, date }) => isOut({ draft, published: date }, view));
}
