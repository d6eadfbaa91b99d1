import rss from '@astrojs/rss';
import { renderLetters } from '../../../feed/letters/render-letters.ts';
import { lettersFeed } from '../../../newsletter/letters/letters.ts';
import { loadPublicLetters } from '../../../newsletter/letters/load.ts';
import { LETTERS_PATH } from '../../../site/dead-ends.ts';
import { loadSite, loadWords } from '../../../site/load.ts';
import { absolute } from '../../../site/urls.ts';

/** RSS 2.0 of the letters with their full text, newest first. */
export const GET = async () => {
  const [site, { letters: words }, letters] = await Promise.all([
    loadSite(),
    loadWords('newsletter'),
    loadPublicLetters(),
  ]);
  const feed = lettersFeed(site.newsletter.name);
  const rendered = await renderLetters(letters);
  return rss({
    title: feed.title,
    description: words.description,
    site: absolute(LETTERS_PATH),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      `<atom:link href="${absolute(feed.path)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: rendered.map(({ letter: { subject, preview, date, path }, html }) => ({
      title: subject,
      description: preview,
      link: absolute(path),
      pubDate: new Date(date),
      content: html,
    })),
  });
};
