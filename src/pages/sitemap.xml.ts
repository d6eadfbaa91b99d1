import { getCollection } from 'astro:content';
import { lastModified } from '../articles/article.ts';
import { loadLibrary } from '../articles/load.ts';
import { GLOSSARY_PATH } from '../glossary/terms.ts';
import { loadPublicLetters } from '../newsletter/letters/load.ts';
import { LETTERS_PATH, NEWSLETTER_PATH, topicPath } from '../site/dead-ends.ts';
import { textDocument } from '../site/documents.ts';
import { liveTools, loadEntry, loadOpenPaths, loadSite, loadTopics } from '../site/load.ts';
import { absolute } from '../site/urls.ts';

/**
 * All pages a search engine should know, with the day each last changed (sitemaps.org), where
 * something says so. Nothing dates a tool or the newsletter's form.
 */
export const GET = async () => {
  const [{ articles }, site, topics, pages, open, glossary, letters] = await Promise.all([
    loadLibrary(),
    loadSite(),
    loadTopics(),
    getCollection('pages'),
    loadOpenPaths(),
    loadEntry('glossary'),
    loadPublicLetters(),
  ]);
  const newest = (list: typeof articles) =>
    list.map(lastModified).reduce((a, b) => (a > b ? a : b), '');
  const entries = [
    { path: '/', day: newest(articles) },
    { path: '/articles/', day: newest(articles) },
    ...topics.map(({ id }) => ({
      path: topicPath(id),
      day: newest(articles.filter(({ data }) => data.topic === id)),
    })),
    ...liveTools(site).map(({ path }) => ({ path, day: '' })),
    ...(open.has(NEWSLETTER_PATH) ? [{ path: NEWSLETTER_PATH, day: '' }] : []),
    ...(open.has(LETTERS_PATH) ? [{ path: LETTERS_PATH, day: letters[0]?.date ?? '' }] : []),
    ...letters.map(({ path, date }) => ({ path, day: date })),
    ...articles.map((article) => ({ path: article.path, day: lastModified(article) })),
    { path: GLOSSARY_PATH, day: glossary.updated },
    ...pages.map(({ id, data }) => ({ path: `/${id}/`, day: data.updated })),
  ];
  // Paths are made of ids and hold no character that XML would need escaped.
  const urls = entries.map(
    ({ path, day }) =>
      `<url><loc>${absolute(path)}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`,
  );
  return textDocument(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...urls,
      '</urlset>',
    ],
    'application/xml',
  );
};
