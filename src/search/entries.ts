import { plainAnswer } from '../articles/answer.ts';
import type { Article } from '../articles/article.ts';
import { openingOf } from '../articles/passages.ts';
import type { KnownSituation, Messages } from '../messages/messages.ts';
import { isDeadEnd, topicPath } from '../site/dead-ends.ts';
import type { Site } from '../site/schema.ts';

/** Something that a search can find. Paths are below the site's base. */
export interface SearchEntry {
  /** Where it is, with a fragment where it is a part of a page. */
  readonly path: string;
  /** What it is called, or for a section its page. */
  readonly title: string;
  /** The section: its heading, or for a whole page its topic or what kind of thing it is. */
  readonly part: string;
  /** What is shown of it, some of it, when it is found. */
  readonly text: string;
  /** The page that it is a section of. */
  readonly page?: string;
  /** What it is found by besides, and is not shown: other words for it. */
  readonly also?: string;
  /** It explains a word or gives a number, and comes after what says what to do. */
  readonly aside?: true;
}

/** What is searched, as content/ has it. */
export interface Searched {
  readonly site: Site;
  /** Those that readers may see. */
  readonly articles: readonly Article[];
  readonly situations: Iterable<KnownSituation>;
  readonly notes: Messages['notes'];
  /** Pages about the site. */
  readonly pages: readonly {
    readonly path: string;
    readonly title: string;
    readonly description: string;
  }[];
  /** The figures that a page lists, each with how texts print it, and where the page is. */
  readonly figures: readonly {
    readonly path: string;
    readonly printed: string;
    readonly says: string;
    readonly whom: string;
    readonly when: string;
  }[];
  /** What the glossary explains, each with its path. */
  readonly terms: readonly {
    readonly path: string;
    readonly term: string;
    readonly also: readonly string[];
    readonly says: string;
  }[];
  /** Letters of the newsletter that readers may see. */
  readonly letters: readonly {
    readonly path: string;
    readonly subject: string;
    readonly preview: string;
  }[];
  /** The paths of articles, topics and the newsletter that readers may see. */
  readonly open: ReadonlySet<string>;
  /** What a kind of thing is called that has no topic. */
  readonly kinds: Readonly<
    Record<'tool' | 'message' | 'topic' | 'page' | 'term' | 'figure' | 'letter', string>
  >;
  /** Other words for one of its paths. */
  readonly also: readonly { readonly path: string; readonly words: string }[];
}

/** How the entries of each kind are gathered. A new kind is a line here. */
const GATHERERS: readonly ((searched: Searched) => SearchEntry[])[] = [
  articleEntries,
  toolEntries,
  messageEntries,
  topicEntries,
  pageEntries,
  letterEntries,
  termEntries,
  situationEntries,
  figureEntries,
];

/** How many words of a section are searched: all of them would double what a reader loads. */
const SECTION_WORDS = 40;

/**
 * All that a search can find, each path once. What the home page asks ("What happened?") is no
 * result of its own where the page that it leads to is one: that page is found by it.
 */
export function gatherEntries(searched: Searched): SearchEntry[] {
  const entries = new Map<string, SearchEntry>();
  for (const entry of GATHERERS.flatMap((gather) => gather(searched))) {
    const there = entries.get(entry.path);
    entries.set(entry.path, there ? foundBy(there, entry.title) : entry);
  }
  for (const { path, words } of searched.also) {
    const there = entries.get(path);
    if (there) entries.set(path, foundBy(there, words));
  }
  return [...entries.values()];
}

function foundBy(entry: SearchEntry, words: string): SearchEntry {
  return { ...entry, also: entry.also ? `${entry.also}, ${words}` : words };
}

function articleEntries({ articles, site }: Searched): SearchEntry[] {
  const topics = new Map(site.topics.map(({ id, title }) => [id, title]));
  return articles.flatMap(({ path, data, passages }) => {
    const [start, ...sections] = passages;
    const whole = {
      path,
      title: data.title,
      part: topics.get(data.topic) ?? '',
      text: `${plainAnswer(data.answer)} ${start?.opening ?? ''}`.trim(),
    };
    return [
      whole,
      ...sections.map(({ id, heading, opening }) => ({
        path: `${path}#${id}`,
        title: data.title,
        part: heading,
        text: openingOf(opening, SECTION_WORDS),
        page: path,
      })),
    ];
  });
}

function toolEntries({ site, kinds }: Searched): SearchEntry[] {
  return site.tools
    .filter(({ live }) => live)
    .map(({ path, title, description, call }) => ({
      path,
      title,
      part: kinds.tool,
      text: description,
      also: call,
    }));
}

function messageEntries({ situations, notes, site, kinds }: Searched): SearchEntry[] {
  const composer = site.tools.find(({ id, live }) => id === 'say-it' && live);
  if (!composer) return [];
  const entry = (id: string, title: string, text = '') => ({
    path: `${composer.path}#say-it?situation=${id}`,
    title,
    part: kinds.message,
    text,
  });
  return [
    ...[...situations].map(({ id, title, use }) => entry(id, title, use)),
    ...[...notes].map(([id, { title, advice }]) => entry(id, title, advice)),
  ];
}

function topicEntries({ site, open, kinds }: Searched): SearchEntry[] {
  return site.topics
    .map(({ id, title, description }) => ({
      path: topicPath(id),
      title,
      part: kinds.topic,
      text: description,
    }))
    .filter(({ path }) => open.has(path));
}

function pageEntries({ pages, kinds }: Searched): SearchEntry[] {
  return pages.map(({ path, title, description }) => ({
    path,
    title,
    part: kinds.page,
    text: description,
  }));
}

function letterEntries({ letters, kinds }: Searched): SearchEntry[] {
  return letters.map(({ path, subject, preview }) => ({
    path,
    title: subject,
    part: kinds.letter,
    text: preview,
  }));
}

function figureEntries({ figures, kinds }: Searched): SearchEntry[] {
  return figures.map(({ path, printed, says, whom, when }) => ({
    path,
    title: `${printed} ${says}`,
    part: kinds.figure,
    text: `${whom}. ${when}.`,
    aside: true,
  }));
}

function termEntries({ terms, kinds }: Searched): SearchEntry[] {
  return terms.map(({ path, term, also, says }) => ({
    path,
    title: term,
    part: kinds.term,
    text: says,
    aside: true,
    ...(also.length > 0 && { also: also.join(', ') }),
  }));
}

function situationEntries({ site, open }: Searched): SearchEntry[] {
  const { title: part, list } = site.home.situations;
  return list.flatMap(({ says, leads }) => {
    const path = leads.find((one) => !isDeadEnd(one, open));
    return path ? [{ path, title: says, part, text: '' }] : [];
  });
}
