import type { WrongField } from '../site/content-error.ts';
import { articlePath, isOut, type View } from '../site/dead-ends.ts';
import type { Site } from '../site/schema.ts';
import { readingMinutes } from '../site/word-count.ts';
import { type ArticleText, readText } from './article-text.ts';
import { addCounts, type CitationCounts, countCitations } from './citations.ts';
import type { Passage } from './passages.ts';
import type { ArticleData } from './schema.ts';

/** An article as every list, feed and page sees it. Days are `YYYY-MM-DD`, in UTC. */
export interface Article {
  readonly id: string;
  readonly file: string;
  /** Path below the site's base, with slashes at both ends. */
  readonly path: string;
  readonly data: ArticleData;
  /** Citations in the text, and in all that the page shows: the text, then the notes on law. */
  readonly citedInText: CitationCounts;
  readonly cited: CitationCounts;
  readonly words: number;
  readonly minutes: number;
  /** Ids of messages that the text shows. */
  readonly messages: readonly string[];
  /** Ids of tools that the text holds, in order, and of articles that it links to. */
  readonly tools: readonly string[];
  readonly links: readonly string[];
  /** How its text begins, and how each section does. */
  readonly passages: readonly Passage[];
}

/** What the content layer knows of an article file: `body` is its text without front matter. */
export interface ArticleFile {
  readonly id: string;
  readonly file: string;
  readonly body: string;
  readonly data: ArticleData;
}

/** What the site needs to know of an article beyond its front matter, read from its text if it was not. */
export function toArticle(
  { body, ...front }: ArticleFile,
  text: ArticleText = readText(body, front.file),
): Article {
  return articleWith(front, text);
}

/** The same of an article whose text was read. */
export function articleWith(
  { id, file, data }: Omit<ArticleFile, 'body'>,
  { cited, ...read }: ArticleText,
): Article {
  const notes = countCitations(data.jurisdictions.map(({ note }) => note));
  return {
    id,
    file,
    path: articlePath(id),
    data,
    citedInText: cited,
    cited: addCounts(cited, notes),
    ...read,
    minutes: readingMinutes(read.words),
  };
}

/**
 * The articles that a reader may see, newest first (same day: by id). Drafts and articles
 * published after `today` (`YYYY-MM-DD`, UTC) show only in a `preview`.
 */
export function visible(articles: readonly Article[], view: View): Article[] {
  return articles
    .filter(({ data }) => isOut(data, view))
    .sort((a, b) => b.data.published.localeCompare(a.data.published) || a.id.localeCompare(b.id));
}

/** The latest day on which an article's text changed or was checked. */
export function lastModified({ data }: Article): string {
  return [data.published, data.updated ?? '', data.reviewed].reduce((a, b) => (a > b ? a : b));
}

/** What an article may refer to, by id. */
export interface ArticleTargets {
  readonly site: Pick<Site, 'topics' | 'tools'>;
  readonly articles: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** What a new source looks like in content/sources.yaml. */
const SOURCE_SHAPE =
  '{ title: "Its title", publisher: "Who publishes it", url: "https://example.com/", published: "2026" }';

/**
 * The references of an article that lead nowhere: an unknown topic, tool or source, a next step to an
 * unknown article, a source listed but not cited or cited but not listed.
 */
export function referenceMistakes(article: Article, known: ArticleTargets): WrongField[] {
  const { id, data, cited } = article;
  const topics = new Set(known.site.topics.map((topic) => topic.id));
  const tools = new Set(known.site.tools.map((tool) => tool.id));
  const mistakes: WrongField[] = [];
  const demand = (...what: Parameters<typeof notAmong>) => mistakes.push(...notAmong(...what));
  demand('topic', data.topic, topics, ' (the topics of content/site.yaml)');
  for (const tool of data.tools) demand('tools', tool, tools, ' (the tools of content/site.yaml)');
  if (data.next) demand('next.article', data.next.article, without(known.articles, id));
  return [
    ...mistakes,
    ...citationMistakes(new Set(data.sources), new Set(cited.keys()), known.sources),
  ];
}

/** Nothing where `found` is among `allowed`. */
function notAmong(
  field: string,
  found: string,
  allowed: ReadonlySet<string>,
  where = '',
): WrongField[] {
  if (allowed.has(found)) return [];
  const names = [...allowed].join(', ') || 'nothing yet';
  return [{ field, found: `"${found}"`, allowed: names + where }];
}

/**
 * Sources of a text that are not among the `known` ones, those that it lists and does not cite, and
 * those that it cites and does not list.
 */
export function citationMistakes(
  listed: ReadonlySet<string>,
  cited: ReadonlySet<string>,
  known: ReadonlySet<string>,
): WrongField[] {
  return [...new Set([...listed, ...cited])].flatMap((source) => {
    const isListed = listed.has(source);
    const field = isListed ? 'sources' : `citation [@${source}]`;
    if (!known.has(source)) {
      const allowed = `a key of content/sources.yaml, where a new one looks like this: ${source}: ${SOURCE_SHAPE}`;
      return [{ field, found: `"${source}"`, allowed }];
    }
    return isListed
      ? notAmong(field, source, cited, ' (the sources that the text cites as [@id])')
      : notAmong(field, source, listed, ' (the field "sources" of this file)');
  });
}

function without(ids: ReadonlySet<string>, id: string): Set<string> {
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
