import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { withoutUnseen } from '../articles/article-text.ts';
import { beside } from '../site/beside.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { type ContentMistake, mistakeLine } from '../site/content-error.ts';
import {
  articlePath,
  isDeadEnd,
  isOut,
  letterPath,
  openPaths,
  type Publication,
  type View,
} from '../site/dead-ends.ts';
import { articleOf, letterOf } from '../site/publication.ts';
import { today } from '../site/today.ts';
import { type ContentFile, readableFiles } from './content/content-file.ts';
import { linkMistakes, pathMistakes } from './content/links.ts';
import { readWritten } from './content/written-text.ts';

/** Warns of each link of content/ to an article or a topic that does not show, and so of no link. */
export function deadEnds(): AstroIntegration {
  return {
    name: 'second-thoughts:dead-ends',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        for (const warning of (await beside<string[]>('dead ends')) ?? []) logger.warn(warning);
        // Only what was built shows which pages there are, and what is called how on them.
        const files = readableFiles(contentDirectory());
        for (const mistake of brokenLinksIn(files, fileURLToPath(dir), today())) {
          logger.warn(mistakeLine(mistake));
        }
      },
    },
  };
}

/** A sentence for each link of `files` that their pages leave out on `today` (`YYYY-MM-DD`). */
export function deadEndsIn(files: readonly ContentFile[], today: string): string[] {
  const view = { today, preview: false };
  const articles = files.flatMap((file) => articleOf(file) ?? []);
  const letters = files.flatMap((file) => letterOf(file) ?? []);
  const open = openPaths(articles, topicsOf(files), view, letters);
  const hidden = hiddenOf([...articles, ...letters], view);
  return files
    .filter(({ file }) => !hidden.has(file))
    .flatMap(({ file, text }) =>
      linksIn(file, text)
        .filter(({ path }) => isDeadEnd(path, open))
        .map(({ line, path }) => {
          const [page = ''] = path.split(/[?#]/);
          const whole = page.replace(/\/?$/, '/');
          const target =
            articles.find(({ id }) => articlePath(id) === whole) ??
            letters.find(({ id }) => letterPath(id) === whole);
          return `${file}:${line} leads to ${page}, ${whyNot(page, target?.data)}`;
        }),
    );
}

/** The links of `files` to pages, parts of pages and files that the site in `directory` does not have. */
function brokenLinksIn(
  files: readonly ContentFile[],
  directory: string,
  today: string,
): ContentMistake[] {
  const view = { today, preview: false };
  const articles = files.flatMap((file) => articleOf(file) ?? []);
  const letters = files.flatMap((file) => letterOf(file) ?? []);
  const hidden = hiddenOf([...articles, ...letters], view);
  const at = (path: string) => {
    const file = join(directory, path, path.endsWith('/') ? 'index.html' : '');
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return file.endsWith('.html') ? readFileSync(file, 'utf8') : '';
  };
  const built = { at, open: openPaths(articles, topicsOf(files), view, letters) };
  const shown = files.filter(({ file }) => !hidden.has(file));
  return shown.flatMap((file) =>
    file.file.endsWith('.yaml')
      ? pathMistakes(file, built)
      : /^content\/(?:articles|letters|pages)\//.test(file.file)
        ? // Reading a text takes most of the time, and many have no link.
          /\]\(|\]:|href|<http|www\./.test(file.text)
          ? linkMistakes(readWritten(file), built)
          : []
        : [],
  );
}

/** The files of those that readers do not see. */
function hiddenOf(
  texts: readonly { readonly file: string; readonly data: Publication }[],
  view: View,
): ReadonlySet<string> {
  return new Set(texts.filter(({ data }) => !isOut(data, view)).map(({ file }) => file));
}

function whyNot(page: string, article: Publication | undefined): string {
  if (article?.draft) return 'which is a draft. The page shows no link.';
  if (article) return `which is out on ${article.published}. Until then the page shows no link.`;
  return page.startsWith('/topics/')
    ? 'on which no article is out. Until then the page shows no link.'
    : 'which is not there. The page shows no link.';
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
    const paths = [
      ...line.matchAll(
        /(?<=^|["'(<[\s])\/(?:articles|topics|newsletter\/letters)\/[^\s"'()<>,\]}]*/g,
      ),
    ];
    // Such as the article that the home page starts with.
    const id = isYaml && /^[\s-]*article:\s*["']?([\w/-]+)["']?\s*(?:#.*)?$/.exec(line)?.[1];
    return [...paths.map(([path]) => path), ...(id ? [articlePath(id)] : [])].map((path) => ({
      line: index + 1,
      path,
    }));
  });
}
