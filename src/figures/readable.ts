/** A text as a reader reads it, with where each of its characters stands in the file. */
export interface Readable {
  readonly text: string;
  /** The index in the source of the character at an index of `text`. */
  readonly at: (index: number) => number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  thinsp: ' ',
  percnt: '%',
  dollar: '$',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  ndash: '–',
  mdash: '—',
  minus: '−',
  frac12: '½',
};

/** What a reader does not see, each with what it leaves in its place. */
const UNSEEN: readonly (readonly [signs: RegExp, left: (found: string) => string])[] = [
  // Comments of MDX, and of HTML.
  [/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/y, () => ''],
  // Where links and pictures lead.
  [/(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*/y, () => '('],
  [/\bhttps?:\/\/[^\s"'<>)\]]+/y, () => ' '],
  [/\b(?:href|src|url|path|to)\s*[=:]\s*(?:"(?:[/#.]|https?:|mailto:)[^"\n]*"|\/\S*)/y, () => ' '],
  // What sets words apart within a line.
  [/<\/?(?:abbr|b|del|em|i|ins|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/y, () => ''],
  [/[*\\]|__|~~|==|(?<=[\p{L}\p{N}])_|_(?=[\p{L}\p{N}])/uy, () => ''],
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/y, () => ''],
  [/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iy, decoded],
  // What is folded is one line; an empty one ends a paragraph.
  [/[^\S\n]*\n[^\S\n]*\n\s*/y, () => '\n'],
  [/\s+/y, () => ' '],
];

function decoded(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code).replace(/\s/, ' ') : entity;
}

/** `source`, in Markdown, MDX or YAML, as a reader reads it: no marks, no addresses, one gap for many. */
export function readable(source: string): Readable {
  const places: number[] = [];
  let text = '';
  const keep = (from: number, to: number) => {
    text += source.slice(from, to);
    for (let place = from; place < to; place++) places.push(place);
  };
  for (let index = 0; index < source.length; ) {
    BEGINS.lastIndex = index;
    const next = BEGINS.exec(source)?.index ?? source.length;
    keep(index, next);
    index = next;
    if (index === source.length) break;
    const [found, left] = unseenAt(source, index) ?? [source[index] ?? '', source[index] ?? ''];
    text += left;
    for (let count = 0; count < left.length; count++) places.push(index);
    index += found.length;
  }
  return { text, at: (index) => places[index] ?? source.length };
}

/** Where something can begin that a reader does not see: few places, so that a long text is read fast. */
const BEGINS =
  /[{<*\\_~=&\n\u00AD\u200B-\u200D\u2060\uFEFF]|(?<=\])\(|[^\S ]| (?=\s)|\b(?:https?:|(?:href|src|url|path|to)\s*[=:])/g;

function unseenAt(source: string, index: number): [found: string, left: string] | undefined {
  for (const [signs, left] of UNSEEN) {
    signs.lastIndex = index;
    const found = signs.exec(source)?.[0];
    if (found) return [found, left(found)];
  }
  return undefined;
}
