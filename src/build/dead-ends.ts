import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { contentDirectory } from '../site/content-directory.ts';
import { articlePath, isDeadEnd, isOut, openPaths, type Publication } from '../site/dead-ends.ts';
import { today } from '../site/today.ts';

/** A file of content/, with `/` between folders, and its text. */
interface ContentFile {
  readonly file: string;
  readonly text: string;
}

/** An article as far as others may link to it. */
interface LinkedArticle {
  readonly id: string;
  readonly file: string;
  readonly data: Publication & { readonly topic: string };
}

/** Warns of each link of content/ to an article or a topic that does not show, and so of no link. */
export function deadEnds(): AstroIntegration {
  return {
    name: 'second-thoughts:dead-ends',
    hooks: {
      'astro:build:start': ({ logger }) => {
        for (const warning of deadEndsIn(filesOf(contentDirectory()), today())) {
          logger.warn(warning);
        }
      },
    },
  };
}

/** A sentence for each link of `files` that their pages leave out on `today` (`YYYY-MM-DD`). */
export function deadEndsIn(files: readonly ContentFile[], today: string): string[] {
  const view = { today, preview: false };
  const articles = files.flatMap((file) => articleOf(file) ?? []);
  const open = openPaths(articles, topicsOf(files), view);
  const hidden = new Set(articles.filter(({ data }) => !isOut(data, view)).map(({ file }) => file));
  return files
    .filter(({ file }) => !hidden.has(file))
    .flatMap(({ file, text }) =>
      linksIn(file, text)
        .filter(({ path }) => isDeadEnd(path, open))
        .map(({ line, path }) => {
          const [page = ''] = path.split(/[?#]/);
          const target = articles.find(({ id }) => articlePath(id) === page.replace(/\/?$/, '/'));
          return `${file}:${line} leads to ${page}, ${whyNot(page, target?.data)}`;
        }),
    );
}

function whyNot(page: string, article: Publication | undefined): string {
  if (article?.draft) return 'which is a draft. The page shows no link.';
  if (article) return `which is out on ${article.published}. Until then the page shows no link.`;
  return page.startsWith('/topics/')
    ? 'on which no article is out. Until then the page shows no link.'
    : 'which is not there. The page shows no link.';
}

function filesOf(content: string): ContentFile[] {
  return globSync('**/*.{yaml,md,mdx}', { cwd: content })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({ file: `content/${name}`, text: readFileSync(join(content, name), 'utf8') }));
}

/** What the front matter of an article says, which its schema has checked by now. */
function articleOf({ file, text }: ContentFile): LinkedArticle | undefined {
  const id = /^content\/articles\/(.+)\.mdx?$/.exec(file)?.[1];
  if (id === undefined) return undefined;
  const [, matter = ''] = text.split(/^---/m);
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*["']?([\\w-]+)`, 'm').exec(matter)?.[1] ?? '';
  const draft = field('draft').toLowerCase() === 'true';
  return { id, file, data: { draft, published: field('published'), topic: field('topic') } };
}

function topicsOf(files: readonly ContentFile[]): { id: string }[] {
  const site = files.find(({ file }) => file === 'content/site.yaml');
  return site ? parse(site.text).topics : [];
}

/** The links to articles and topics in the text of a file, each with its line, from 1. */
function linksIn(file: string, text: string): { line: number; path: string }[] {
  const isYaml = file.endsWith('.yaml');
  const shown = isYaml ? text.replace(/^[ \t]*#.*/gm, '') : withoutUnseen(text);
  return shown.split('\n').flatMap((line, index) => {
    const paths = [...line.matchAll(/(?<=^|["'(<\s])\/(?:articles|topics)\/[^\s"'()<>]*/g)];
    // Such as the article that the home page starts with.
    const id = isYaml && /^[\s-]*article:\s*["']?([\w/-]+)["']?\s*(?:#.*)?$/.exec(line)?.[1];
    return [...paths.map(([path]) => path), ...(id ? [articlePath(id)] : [])].map((path) => ({
      line: index + 1,
      path,
    }));
  });
}

/** An article's text with its comments and examples of code blank, line for line. */
function withoutUnseen(text: string): string {
  return text.replace(/\{\/\*.*?\*\/\}|<!--.*?-->|^(`{3,}|~{3,}).*?^\1|`[^`\n]*`/gms, (unseen) =>
    unseen.replace(/[^\n]/g, ' '),
  );
}
