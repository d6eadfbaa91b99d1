import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { readText } from '../../../src/articles/article-text.ts';
import type { articleSchema } from '../../../src/articles/schema.ts';
import { heading, paragraph, pick, type Random, seeded, sentence, task, title } from './prose.ts';

/** An article as both sites get it: the same text, each with front matter of its own. */
export interface GeneratedArticle {
  readonly id: string;
  readonly extension: 'md' | 'mdx';
  readonly body: string;
  readonly frontMatter: z.input<typeof articleSchema>;
}

/** Ids that the content around the articles knows. */
export interface Known {
  readonly topics: readonly string[];
  readonly sources: readonly string[];
}

/** The newest generated article is of this day, each other one of the day before the last. */
const NEWEST = Date.UTC(2026, 5, 30);
const DAY_MS = 86_400_000;
const COUNTRIES = ['United States', 'United Kingdom', 'Germany', 'India'] as const;

/**
 * `count` articles, the same for the same count and `known`, and the first ten of a hundred the
 * same as the ten. Every second one is MDX.
 */
export function generateArticles(count: number, known: Known): GeneratedArticle[] {
  const taken = new Set<string>();
  const articles: GeneratedArticle[] = [];
  for (let index = 0; index < count; index++) {
    articles.push(generate(index, known, taken, articles.at(-1)?.id));
  }
  return articles;
}

function generate(
  index: number,
  known: Known,
  taken: Set<string>,
  before: string | undefined,
): GeneratedArticle {
  const random = seeded(index);
  const name = untaken(taken, random);
  const sources = [...new Set([pick(known.sources, random), pick(known.sources, random)])];
  const published = new Date(NEWEST - index * DAY_MS).toISOString().slice(0, 10);
  const law = index % 4 === 0;
  return {
    id: idOf(name),
    extension: index % 2 === 0 ? 'md' : 'mdx',
    body: body(sources, random),
    frontMatter: {
      title: name,
      description: cut(`${sentence(random)} ${sentence(random)}`, 160),
      topic: pick(known.topics, random),
      answer: `${sentence(random)} ==${sentence(random)}==`,
      published,
      reviewed: published,
      draft: false,
      sources,
      jurisdictions: law
        ? COUNTRIES.map((country) => ({
            country,
            asOf: '2026-02',
            note: `${sentence(random)} ${sentence(random)}[@${pick(sources, random)}]`,
          }))
        : [],
      ...(before && index % 2 === 1 ? { next: { article: before, text: sentence(random) } } : {}),
      tools: [],
    },
  };
}

function untaken(taken: Set<string>, random: Random): string {
  for (;;) {
    const name = title(random);
    if (name.length > 90 || taken.has(idOf(name))) continue;
    taken.add(idOf(name));
    return name;
  }
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length - 1))}…`;

/** 800 to 1,200 words in sections of paragraphs, lists and quotations; cites each source. */
function body(sources: readonly string[], random: Random): string {
  const blocks = [paragraph(4, random)];
  // The last section goes beyond it by up to two hundred.
  const target = 800 + random() * 200;
  for (let section = 0; readText(blocks.join('\n\n'), 'article.mdx').words < target; section++) {
    const source = sources[section];
    blocks.push(`## ${heading(random)}`);
    blocks.push(paragraph(3 + Math.floor(random() * 3), random) + (source ? `[@${source}]` : ''));
    if (section % 3 === 1) blocks.push(list('-', random));
    if (section % 3 === 2) blocks.push(`### ${heading(random)}`, list('1.', random));
    if (section % 4 === 3) blocks.push(`> ${sentence(random)}`);
    blocks.push(paragraph(3 + Math.floor(random() * 3), random));
  }
  return `${blocks.join('\n\n')}\n`;
}

const list = (mark: string, random: Random): string =>
  Array.from({ length: 3 + Math.floor(random() * 3) }, () => `${mark} ${task(random)}`).join('\n');

/**
 * Writes the articles into `folder`.
 *
 * @param frontMatter what the schema of that site asks for
 */
export async function writeArticles(
  articles: readonly GeneratedArticle[],
  folder: string,
  frontMatter: (article: GeneratedArticle) => Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const article of articles) {
    const text = `---\n${stringify(frontMatter(article))}---\n\n${article.body}`;
    await writeFile(join(folder, `${article.id}.${article.extension}`), text);
  }
}
