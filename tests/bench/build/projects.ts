import { globSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import type { SiteCopy } from '../../site-copy.ts';
import { type GeneratedArticle, type Known, writeArticles } from './articles.ts';
import { BLOG_TEMPLATE } from './blog-template.ts';

/**
 * Which caches a build starts with: those of the build before it; the drawings alone, that is
 * social pictures and cut fonts, which follow titles and characters and nothing else; or none.
 */
export type Caches = 'all' | 'drawings' | 'none';

const DRAWINGS: ReadonlySet<string> = new Set(['og', 'fonts']);

/** A project in a folder of its own, ready to build. */
export interface Project {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Replaces the articles by these. */
  readonly setArticles: (articles: readonly GeneratedArticle[]) => Promise<void>;
}

/** This site as it is in `copy`, with articles still to be set. */
export function siteProject({ root }: SiteCopy): Project {
  const content = join(root, 'content');
  return {
    folder: root,
    env: { CONTENT_DIR: content, SITE_URL: 'https://example.com/' },
    setArticles: async (articles) => {
      await startWith(articles[0]?.id ?? '', join(content, 'site.yaml'));
      await replaceArticles(articles, join(content, 'articles'), ({ frontMatter }) => frontMatter);
      await keepCitedSources(content);
    },
  };
}

/** The blog to compare with, written over `copy`, with articles still to be set. */
export async function blogProject({ root, write }: SiteCopy): Promise<Project> {
  for (const name of await readdir(root)) {
    if (name !== 'node_modules') await rm(join(root, name), { recursive: true });
  }
  for (const [name, text] of Object.entries(BLOG_TEMPLATE)) await write(name, text.trimStart());
  return {
    folder: root,
    env: {},
    setArticles: (articles) =>
      replaceArticles(articles, join(root, 'src/content/blog'), ({ frontMatter }) => ({
        title: frontMatter.title,
        description: frontMatter.description,
        pubDate: frontMatter.published,
      })),
  };
}

/** Removes what builds left in a project, but not what `keep` names. */
export async function clearCaches({ folder }: Project, keep: Caches): Promise<void> {
  if (keep === 'all') return;
  const cache = join(folder, 'node_modules/.astro');
  for (const name of await readdir(cache).catch(() => [])) {
    if (keep === 'none' || !DRAWINGS.has(name)) await rm(join(cache, name), { recursive: true });
  }
  for (const name of ['.astro', 'dist', 'node_modules/.vite']) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The topics and sources that articles of this site may name. */
export async function knownIds(): Promise<Known> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(file, 'utf8'));
  const site = z.object({ topics: z.array(z.object({ id: z.string() })) });
  const sources = z.record(z.string(), z.unknown());
  return {
    topics: site.parse(await read('content/site.yaml')).topics.map(({ id }) => id),
    sources: Object.keys(sources.parse(await read('content/sources.yaml'))),
  };
}

/** Lets the home page lead to an article that is there, and topics to theirs in no order of their own. */
async function startWith(article: string, file: string): Promise<void> {
  const site = parseDocument(await readFile(file, 'utf8'));
  site.setIn(['home', 'start', 'article'], article);
  const topics = z.array(z.unknown()).parse(site.toJS().topics);
  for (const at of topics.keys()) site.deleteIn(['topics', at, 'order']);
  await writeFile(file, site.toString());
}

/**
 * Leaves of the project's own sources those that are cited with the articles of now: a build stops on
 * the others.
 */
async function keepCitedSources(content: string): Promise<void> {
  const file = join(content, 'sources.yaml');
  const names = globSync('**/*.{yaml,md,mdx}', { cwd: content }).filter(
    (name) => name !== 'sources.yaml' && name !== 'README.md',
  );
  const texts = await Promise.all(names.map((name) => readFile(join(content, name), 'utf8')));
  const words = new Set(texts.join('\n').match(/[a-z0-9-]+/g));
  const sources = parseDocument(await readFile('content/sources.yaml', 'utf8'));
  const all = z.record(z.string(), z.unknown()).parse(sources.toJS());
  for (const id of Object.keys(all)) if (!words.has(id)) sources.delete(id);
  await writeFile(file, sources.toString());
}

async function replaceArticles(
  articles: readonly GeneratedArticle[],
  folder: string,
  frontMatter: (article: GeneratedArticle) => Readonly<Record<string, unknown>>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await writeArticles(articles, folder, frontMatter);
}
