/**
 * Files of a blog like the one that Astro's own "blog" template starts with: what that template
 * does, by its public description (https://astro.build/themes/details/blog/) and Astro's docs, in
 * words of our own, because the template is not a package that npm could fetch. One collection of
 * Markdown and MDX through the glob loader, a page for each article, a list of all, a feed, a head
 * with social tags, one style sheet. Left out: its sitemap (a package more), its demo pictures
 * and its font. Each would only make it slower, so leaving them out favors the template.
 *
 * These are texts and not files, because the project's own checks would read .astro files as part
 * of this site.
 */
export const BLOG_TEMPLATE: Readonly<Record<string, string>> = {
  'package.json': `
{
  "name": "blog",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": { "build": "astro build" }
}
`,

  'astro.config.mjs': `
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.com',
  integrations: [mdx()],
  // As in this site: without it each MDX article prints a warning of the bundler, which takes time.
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
});
`,

  'src/content.config.ts': `
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  blog: defineCollection({
    loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      pubDate: z.coerce.date(),
      updatedDate: z.coerce.date().optional(),
    }),
  }),
};
`,

  'src/site.ts': `
export const TITLE = 'A blog';
export const DESCRIPTION = 'Articles, newest first.';
`,

  'src/styles/global.css': `
:root { --accent: #2337ff; --ink: rgb(34 41 57); --soft: rgb(96 115 159); --line: rgb(229 233 240); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 20px/1.7 sans-serif; overflow-wrap: break-word; }
main { width: 720px; max-width: calc(100% - 2em); margin: auto; padding: 3em 1em; }
h1, h2, h3, h4 { margin: 0 0 0.5rem; line-height: 1.2; }
h1 { font-size: 3em; }
h2 { font-size: 2.4em; }
h3 { font-size: 2em; }
a { color: var(--accent); }
p { margin-bottom: 1em; }
.prose p { margin-bottom: 2em; }
table { width: 100%; }
img { max-width: 100%; height: auto; border-radius: 8px; }
code { padding: 2px 5px; background: var(--line); border-radius: 2px; }
pre { padding: 1.5em; border-radius: 8px; }
blockquote { margin: 0; padding: 0 0 0 20px; border-left: 4px solid var(--accent); font-size: 1.3em; }
hr { border: 0; border-top: 1px solid var(--line); }
@media (max-width: 720px) { body { font-size: 18px; } main { padding: 1em; } }
`,

  'src/components/BaseHead.astro': `---
import '../styles/global.css';
import { TITLE } from '../site';

interface Props {
  title: string;
  description: string;
}

const { title, description } = Astro.props;
const address = new URL(Astro.url.pathname, Astro.site);
---

<meta charset="utf-8" />
<meta name="viewport" content="width=device-width,initial-scale=1" />
<link rel="icon" type="image/svg+xml" href="/favicon.svg" />
<link rel="alternate" type="application/rss+xml" title={TITLE} href={new URL('rss.xml', Astro.site)} />
<meta name="generator" content={Astro.generator} />
<link rel="canonical" href={address} />
<title>{title}</title>
<meta name="title" content={title} />
<meta name="description" content={description} />
<meta property="og:type" content="website" />
<meta property="og:url" content={address} />
<meta property="og:title" content={title} />
<meta property="og:description" content={description} />
<meta property="twitter:card" content="summary_large_image" />
<meta property="twitter:url" content={address} />
<meta property="twitter:title" content={title} />
<meta property="twitter:description" content={description} />
`,

  'src/components/HeaderLink.astro': `---
import type { HTMLAttributes } from 'astro/types';

type Props = HTMLAttributes<'a'>;

const { href, class: className, ...rest } = Astro.props;
const active = href === Astro.url.pathname || href === '/' + (Astro.url.pathname.match(/[^/]+/g)?.[0] ?? '');
---

<a {href} class:list={[className, { active }]} {...rest}><slot /></a>
<style>
  a { display: inline-block; text-decoration: none; }
  a.active { font-weight: bolder; text-decoration: underline; }
</style>
`,

  'src/components/Header.astro': `---
import { TITLE } from '../site';
import HeaderLink from './HeaderLink.astro';
---

<header>
  <nav>
    <h2><a href="/">{TITLE}</a></h2>
    <div>
      <HeaderLink href="/">Home</HeaderLink>
      <HeaderLink href="/blog">Blog</HeaderLink>
      <HeaderLink href="/about">About</HeaderLink>
    </div>
  </nav>
</header>
<style>
  header { margin: 0; padding: 0 1em; background: white; box-shadow: 0 2px 8px rgb(0 0 0 / 5%); }
  h2 { margin: 0; font-size: 1em; }
  nav { display: flex; align-items: center; justify-content: space-between; }
  nav a { padding: 1em 0.5em; border-bottom: 4px solid transparent; color: var(--ink); }
</style>
`,

  'src/components/Footer.astro': `---
const year = new Date().getFullYear();
---

<footer>&copy; {year} The author. All rights reserved.</footer>
<style>
  footer { padding: 2em 1em 6em; color: var(--soft); text-align: center; }
</style>
`,

  'src/components/Day.astro': `---
const { date } = Astro.props as { date: Date };
---

<time datetime={date.toISOString()}>
  {date.toLocaleDateString('en-us', { year: 'numeric', month: 'short', day: 'numeric' })}
</time>
`,

  'src/layouts/Post.astro': `---
import type { CollectionEntry } from 'astro:content';
import BaseHead from '../components/BaseHead.astro';
import Day from '../components/Day.astro';
import Footer from '../components/Footer.astro';
import Header from '../components/Header.astro';

type Props = CollectionEntry<'blog'>['data'];

const { title, description, pubDate, updatedDate } = Astro.props;
---

<html lang="en">
  <head>
    <BaseHead {title} {description} />
    <style>
      main { width: calc(100% - 2em); max-width: 100%; margin: 0; }
      .prose { width: 720px; max-width: calc(100% - 2em); margin: auto; padding: 1em; color: var(--ink); }
      .title { margin-bottom: 1em; padding: 1em 0; line-height: 1; text-align: center; }
      .date { margin-bottom: 0.5em; color: var(--soft); }
      .updated { font-style: italic; }
    </style>
  </head>
  <body>
    <Header />
    <main>
      <article>
        <div class="prose">
          <div class="title">
            <div class="date">
              <Day date={pubDate} />
              {updatedDate && <div class="updated">Last updated on <Day date={updatedDate} /></div>}
            </div>
            <h1>{title}</h1>
            <hr />
          </div>
          <slot />
        </div>
      </article>
    </main>
    <Footer />
  </body>
</html>
`,

  'src/pages/index.astro': `---
import BaseHead from '../components/BaseHead.astro';
import Footer from '../components/Footer.astro';
import Header from '../components/Header.astro';
import { DESCRIPTION, TITLE } from '../site';
---

<!doctype html>
<html lang="en">
  <head><BaseHead title={TITLE} description={DESCRIPTION} /></head>
  <body>
    <Header />
    <main>
      <h1>Hello</h1>
      <p>This is a blog. <a href="/blog">Its articles</a> are listed newest first.</p>
    </main>
    <Footer />
  </body>
</html>
`,

  'src/pages/about.astro': `---
import Layout from '../layouts/Post.astro';
---

<Layout title="About" description="What this blog is" pubDate={new Date('2026-01-01')}>
  <p>A blog to measure by.</p>
</Layout>
`,

  'src/pages/blog/index.astro': `---
import { getCollection } from 'astro:content';
import BaseHead from '../../components/BaseHead.astro';
import Day from '../../components/Day.astro';
import Footer from '../../components/Footer.astro';
import Header from '../../components/Header.astro';
import { DESCRIPTION, TITLE } from '../../site';

const posts = (await getCollection('blog')).sort(
  (a, b) => b.data.pubDate.valueOf() - a.data.pubDate.valueOf(),
);
---

<!doctype html>
<html lang="en">
  <head>
    <BaseHead title={TITLE} description={DESCRIPTION} />
    <style>
      main { width: 960px; }
      ul { display: flex; flex-wrap: wrap; gap: 2rem; margin: 0; padding: 0; list-style-type: none; }
      li { width: calc(50% - 1rem); }
      .title { margin: 0; line-height: 1; }
      .date { margin: 0; color: var(--soft); }
    </style>
  </head>
  <body>
    <Header />
    <main>
      <section>
        <ul>
          {posts.map((post) => (
            <li>
              <a href={'/blog/' + post.id + '/'}>
                <h4 class="title">{post.data.title}</h4>
                <p class="date"><Day date={post.data.pubDate} /></p>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </main>
    <Footer />
  </body>
</html>
`,

  'src/pages/blog/[...slug].astro': `---
import { type CollectionEntry, getCollection, render } from 'astro:content';
import Post from '../../layouts/Post.astro';

export async function getStaticPaths() {
  const posts = await getCollection('blog');
  return posts.map((post) => ({ params: { slug: post.id }, props: post }));
}

type Props = CollectionEntry<'blog'>;

const post = Astro.props;
const { Content } = await render(post);
---

<Post {...post.data}><Content /></Post>
`,

  'src/pages/rss.xml.js': `
import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';
import { DESCRIPTION, TITLE } from '../site';

export async function GET(context) {
  const posts = await getCollection('blog');
  return rss({
    title: TITLE,
    description: DESCRIPTION,
    site: context.site,
    items: posts.map((post) => ({ ...post.data, link: '/blog/' + post.id + '/' })),
  });
}
`,
};
