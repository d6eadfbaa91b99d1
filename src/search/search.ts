import type { SearchEntry } from './entries.ts';
import { type Run, runsOf, snippetOf } from './excerpt.ts';
import { type Meanings, meaningsOf } from './meanings.ts';
import type { SearchIndex } from './search-index.ts';

/** A page that was found, or the section of it that answers best. */
export interface Result {
  readonly path: string;
  /** Its title, its section and some of its text, with the words that matched marked. */
  readonly title: readonly Run[];
  readonly part: readonly Run[];
  readonly text: readonly Run[];
}

/** What answers a query. */
export interface Found {
  /** How many pages do. */
  readonly count: number;
  /** The best of them, best first. */
  readonly best: readonly Result[];
}

/** How much the best section of a page adds to what the page itself answers. */
const SECTION_SHARE = 0.5;

/** How much of its score counts, of an entry that is an `aside`. */
const ASIDE_SHARE = 0.3;

/** What answers less than this share of what the best result does is no answer. */
const WORTH_SHOWING = 0.05;

/** An entry that holds some of what was asked. */
interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  /** The stems that it was found by. */
  readonly stems: readonly string[];
}

/** A word of a query, with how well it tells one page from another: the rarer, the better. */
interface Asked {
  readonly meant: Meanings;
  readonly tells: number;
}

/** What a page answers: itself, and its best section. */
interface PageHits {
  whole?: Hit;
  section?: Hit;
}

/**
 * What answers `query`: each page once, or the section of it that answers better than the page as a
 * whole, at most `most` of them. Nothing for a query without a telling word.
 */
export function search(index: SearchIndex, query: string, most: number): Found {
  const meanings = meaningsOf(index, query);
  const hits = hitsOf(index, meanings);
  const asked = tellingApart(meanings, hits, index.entries.length);
  const scored = pagesOf(hits).map(({ whole, section }) => {
    const [best = section, other] =
      (section?.score ?? 0) > (whole?.score ?? 0) ? [section, whole] : [whole, section];
    const stems = [...(best?.stems ?? []), ...(other?.stems ?? [])];
    const score = (whole?.score ?? 0) + (section?.score ?? 0) * (whole ? SECTION_SHARE : 1);
    const weight = best?.entry.aside ? ASIDE_SHARE : 1;
    return { entry: best?.entry, stems, score: score * weight * shareOf(asked, stems) };
  });
  const top = scored.reduce((highest, { score }) => Math.max(highest, score), 0);
  const worth = scored
    .filter(({ score }) => score >= top * WORTH_SHOWING)
    .sort((one, other) => other.score - one.score);
  const best = worth
    .slice(0, most)
    .flatMap(({ entry, stems }) => (entry ? [resultOf(entry, new Set(stems))] : []));
  return { count: worth.length, best };
}

function resultOf({ path, title, part, text }: SearchEntry, stems: ReadonlySet<string>): Result {
  return {
    path,
    title: runsOf(title, stems),
    part: runsOf(part, stems),
    text: snippetOf(text, stems),
  };
}

/** The entries that hold any of what was asked, best first. */
function hitsOf({ stems, entries }: SearchIndex, asked: readonly Meanings[]): Hit[] {
  if (asked.length === 0) return [];
  const weights = new Map<string, number>();
  for (const [stem, weight] of asked.flatMap((meanings) => [...meanings])) {
    weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
  }
  return stems
    .search([...weights.keys()].join(' '), { boostTerm: (stem) => weights.get(stem) ?? 1 })
    .flatMap(({ id, score, terms }) => {
      const entry = entries[id];
      return entry ? [{ entry, score, stems: terms }] : [];
    });
}

/** The pages of `hits`, which are the best first. */
function pagesOf(hits: readonly Hit[]): PageHits[] {
  const pages = new Map<string, PageHits>();
  for (const hit of hits) {
    const { page, path } = hit.entry;
    const found = pages.get(page ?? path) ?? {};
    if (page === undefined) found.whole = hit;
    else found.section ??= hit;
    pages.set(page ?? path, found);
  }
  return [...pages.values()];
}

/** How much each word tells: nothing where no entry has it, most where one of `all` entries does. */
function tellingApart(meanings: readonly Meanings[], hits: readonly Hit[], all: number): Asked[] {
  const counts = new Map<string, number>();
  for (const { stems } of hits) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return meanings.map((meant) => {
    const found = [...meant.keys()].reduce((sum, stem) => sum + (counts.get(stem) ?? 0), 0);
    return { meant, tells: found === 0 ? 0 : Math.log(1 + all / found) };
  });
}

/** The share of what was asked that `stems` answer, 0 to 1. */
function shareOf(asked: readonly Asked[], stems: readonly string[]): number {
  let all = 0;
  let answered = 0;
  for (const { meant, tells } of asked) {
    all += tells;
    answered += tells * stems.reduce((surest, stem) => Math.max(surest, meant.get(stem) ?? 0), 0);
  }
  return all === 0 ? 0 : answered / all;
}
