import { attributeOf, textOf, type WrittenElement } from './text-tree.ts';

/**
 * Ids that the page of an article has of its own: its frame, its parts, the newsletter's form. None
 * of them ends with `-section`, which is what a heading of the same name gets.
 */
const OWN_IDS: ReadonlySet<string> = new Set([
  'answer',
  'content',
  'email',
  'email-mistake',
  'footnote-label',
  'law',
  'next-step',
  'related',
  'sources',
  'topics',
]);

/** How ids begin that are made: of sources, citations, terms, footnotes, and of tools that open in the page. */
const OWN_BEGINNINGS =
  /^(?:source|cite|term|tool|user-content|decide|signed|tell-by|say-it|after)-/;

/** Whether the page of an article has, or may get, an element with this id of its own. */
export function isReservedId(id: string): boolean {
  return OWN_IDS.has(id) || OWN_BEGINNINGS.test(id);
}

/**
 * A heading's words as the id that GitHub would give it: letters, digits and underscores of any
 * script in lower case, with hyphens for spaces. Empty where there are none, as in an emoji alone.
 */
function slugOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
    .replace(/^-+$/, '');
}

/**
 * Gives each heading of a text an id that nothing else on its page has. The first heading of a name
 * keeps it, unless the page itself needs that id; others get a suffix.
 */
export class HeadingIds {
  readonly #taken: Set<string>;
  readonly #moved = new Map<string, string>();

  /** `taken` are ids that the text gives to other things. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The id for a heading of these words, without what they cite. */
  take(words: string): string {
    const slug = slugOf(words.replace(/\[@[a-z0-9-]+\]/g, '')) || 'section';
    const wanted = isReservedId(slug) ? `${slug}-section` : slug;
    let id = wanted;
    for (let count = 1; this.#taken.has(id); count++) id = `${wanted}-${count}`;
    this.#taken.add(id);
    if (id !== slug && !this.#taken.has(slug) && !this.#moved.has(slug)) this.#moved.set(slug, id);
    return id;
  }

  /** Where a link within the text leads that was written for the heading with this plain slug. */
  follow(slug: string): string {
    return this.#moved.get(slug) ?? slug;
  }
}

/** The headings of a text that need an id, with the one each gets, and where links to them lead. */
export interface IdsOfHeadings {
  readonly ids: ReadonlyMap<HtmlElement, string>;
  /** Where a link within the text leads that was written for the heading with this plain slug. */
  readonly follow: (slug: string) => string;
}

/** What is written as JSX has only the ids that its writer gives it. */
type HtmlElement = Extract<WrittenElement, { type: 'element' }>;

/** The ids that the headings among `elements`, which are all those of a text, get. */
export function idsOfHeadings(elements: readonly WrittenElement[]): IdsOfHeadings {
  const taken = new HeadingIds(elements.flatMap((element) => attributeOf(element, 'id') ?? []));
  const ids = new Map<HtmlElement, string>();
  for (const element of elements) {
    if (element.type !== 'element' || !/^h[1-6]$/.test(element.tagName)) continue;
    if (attributeOf(element, 'id') !== undefined) continue;
    ids.set(element, taken.take(textOf(element)));
  }
  return { ids, follow: (slug) => taken.follow(slug) };
}
