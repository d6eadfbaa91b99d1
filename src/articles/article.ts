import { ContentError } from '../site/content-error.ts';
import { articlePath, isOut, type View } from '../site/dead-ends.ts';
import type { Site } from '../site/schema.ts';
import { countWords, proseOf, readingMinutes } from '../site/words.ts';
import { type CitationCounts, countCitations } from './citations.ts';
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
  readonly charts: readonly string[];
}

/** What the content layer knows of an article file: `body` is its text without front matter. */
export interface ArticleFile {
  readonly id: string;
  readonly file: string;
  readonly body: string;
  readonly data: ArticleData;
}

const componentIds = (body: string, component: string): string[] =>
  [...body.matchAll(new RegExp(`<${component}\\s[^>]*?\\bid=(["'])(.+?)\\1`, 'g'))].map(
    (match) => match[2] ?? '',
  );

/** The text without MDX comments, which no page shows. */
export const withoutComments = (body: string): string => body.replace(/\{\/\*[\s\S]*?\*\/\}/g, '');

/** What the site needs to know of an article beyond its front matter, read from its text. */
export function toArticle({ id, file, body: written, data }: ArticleFile): Article {
  const body = withoutComments(written);
  const words = countWords(proseOf(body));
  return {
    id,
    file,
    path: articlePath(id),
    data,
    citedInText: countCitations([body]),
    cited: countCitations([body, ...data.jurisdictions.map(({ note }) => note)]),
    words,
    minutes: readingMinutes(words),
    messages: componentIds(body, 'Message'),
    charts: componentIds(body, 'Chart'),
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

/**
 * Throws a ContentError for the first reference that leads nowhere: an unknown topic, tool, source,
 * message or chart, a next step to an unknown article, a source listed but not cited or cited but
 * not listed.
 */
export function checkReferences(
  articles: readonly Article[],
  known: {
    readonly site: Pick<Site, 'topics' | 'tools'>;
    readonly sources: ReadonlySet<string>;
    readonly messages: ReadonlySet<string>;
    readonly charts: ReadonlySet<string>;
    /** Ids of articles that a build does not read, to which one may lead already. */
    readonly drafts?: readonly string[];
  },
): void {
  const topics = new Set(known.site.topics.map((topic) => topic.id));
  const tools = new Set(known.site.tools.map((tool) => tool.id));
  const ids = new Set([...articles.map((article) => article.id), ...(known.drafts ?? [])]);
  for (const { file, id, data, cited, messages, charts } of articles) {
    const demand = (field: string, found: string, allowed: ReadonlySet<string>, where = '') => {
      if (allowed.has(found)) return;
      throw new ContentError({
        file,
        field,
        found: `"${found}"`,
        allowed: ([...allowed].join(', ') || 'nothing yet') + where,
      });
    };
    demand('topic', data.topic, topics, ' (the topics of content/site.yaml)');
    for (const tool of data.tools)
      demand('tools', tool, tools, ' (the tools of content/site.yaml)');
    for (const message of messages) {
      // A channel may follow, which the message itself knows.
      demand('<Message id>', message.replace(/\/.*/, ''), known.messages);
    }
    for (const chart of charts) demand('<Chart id>', chart, known.charts);
    if (data.next) demand('next.article', data.next.article, without(ids, id));
    for (const source of data.sources) {
      demand('sources', source, known.sources, ' (the keys of content/sources.yaml)');
      demand(
        'sources',
        source,
        new Set(cited.keys()),
        ' (the sources that the text cites as [@id])',
      );
    }
    const listed = new Set(data.sources);
    for (const source of cited.keys()) {
      demand(`citation [@${source}]`, source, listed, ' (the field "sources" of this file)');
    }
  }
}

function without(ids: ReadonlySet<string>, id: string): Set<string> {
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}
