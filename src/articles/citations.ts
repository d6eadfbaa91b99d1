/** Pandoc's citation syntax with a bare key: `[@robert-half-2019]`. */
const CITATION = /\[@([a-z0-9-]+)\]/g;

/** How often each source is cited, by id, in the order of first citation. */
export type CitationCounts = ReadonlyMap<string, number>;

/** Counts the citations in `texts`. */
export function countCitations(texts: readonly string[]): CitationCounts {
  return countIds(texts.flatMap(idsIn));
}

/** Counts ids. */
export function countIds(ids: readonly string[]): CitationCounts {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The ids that `text` has in the form of citations, in order. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(CITATION)].map(([, id = '']) => id);
}

/** The citations of two texts, of which `second` stands below `first`. */
export function addCounts(first: CitationCounts, second: CitationCounts): CitationCounts {
  const sum = new Map(first);
  for (const [id, count] of second) sum.set(id, (sum.get(id) ?? 0) + count);
  return sum;
}

/** A piece of text, or a citation: its source's number and the fragments of both ends. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'citation';
      readonly number: number;
      readonly anchor: string;
      readonly target: string;
      /** Stands right behind another citation and needs a gap. */
      readonly adjacent: boolean;
    };

/** Numbers sources from 1 in order of first citation, across the texts it is given. */
export class CitationNumbers {
  readonly #counts: Map<string, number>;

  /** `before` are the citations of texts that stand above on the page. */
  constructor(before: CitationCounts = new Map()) {
    this.#counts = new Map(before);
  }

  /** `text` cut at its citations, in order; of what looks like them, those that `isEscaped` are text. */
  cut(text: string, isEscaped: (index: number) => boolean = () => false): Piece[] {
    const pieces: Piece[] = [];
    let end = 0;
    for (const [index, match] of [...text.matchAll(CITATION)].entries()) {
      if (isEscaped(index)) continue;
      if (match.index > end) pieces.push({ kind: 'text', text: text.slice(end, match.index) });
      const adjacent = match.index === end && pieces.at(-1)?.kind === 'citation';
      pieces.push({ ...this.#cite(match[1] ?? ''), adjacent });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
    return pieces;
  }

  #cite(id: string) {
    const use = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, use);
    const number = [...this.#counts.keys()].indexOf(id) + 1;
    return {
      kind: 'citation' as const,
      number,
      anchor: citationAnchor(number, use),
      target: sourceAnchor(id),
    };
  }
}

/** Fragment of the `use`-th citation (from 1) of the source numbered `number` on its page. */
export function citationAnchor(number: number, use: number): string {
  return use === 1 ? `cite-${number}` : `cite-${number}-${use}`;
}

/** Fragment of a source in the list at an article's end. */
export function sourceAnchor(id: string): string {
  return `source-${id}`;
}
