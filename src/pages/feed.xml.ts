import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import rss from '@astrojs/rss';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadLibrary } from '../articles/load.ts';
import { absoluteLinks } from '../feed/absolute-links.ts';
import FeedArticle from '../feed/FeedArticle.astro';
import { withoutDeadEnds } from '../site/dead-ends.ts';
import { loadOpenPaths, loadSite, loadSources } from '../site/load.ts';
import { absolute } from '../site/urls.ts';

/** A feed carries the newest articles in full; older ones are in the list of all articles. */
const FEED_LENGTH = 20;

/** RSS 2.0 with full text, newest first. */
export const GET = async () => {
  const [{ articles }, open, site, sources] = await Promise.all([
    loadLibrary(),
    loadOpenPaths(),
    loadSite(),
    loadSources(),
  ]);
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const items = articles.slice(0, FEED_LENGTH).map(async (article) => {
    const html = await container.renderToString(FeedArticle, { props: { article, sources } });
    const link = absolute(article.path);
    const { title, description, published, topic } = article.data;
    return {
      title,
      description,
      link,
      pubDate: new Date(published),
      categories: site.topics.filter(({ id }) => id === topic).map((known) => known.title),
      content: absoluteLinks(withoutDeadEnds(html, open, import.meta.env.BASE_URL), link),
    };
  });
  return rss({
    title: site.name,
    description: site.description,
    site: absolute('/'),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      `<atom:link href="${absolute('/feed.xml')}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: await Promise.all(items),
  });
};
