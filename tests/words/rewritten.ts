import { isScalar, parseDocument, visit } from 'yaml';

/** What of a text is no word of it: blanks, links, citations, tags and addresses. */
const NO_WORDS = /(\{[^}]*\}|\]\([^)]*\)|\[[@#][^\]]*\]|<[^>]*>|https?:\S+|[^\s[]+@\S+)/;

const another = (letter: string) => (letter === 'q' ? 'z' : 'q');

/**
 * `text` as somebody else may write it: its first word and its last end otherwise, and none is longer, as
 * room is a matter of its own. What is no sentence stays.
 */
function inOtherWords(text: string): string {
  if (!/\p{L}\S* +\S*\p{L}/u.test(text)) return text;
  const parts = text.split(NO_WORDS);
  const hasWords = (part: string, index: number) => index % 2 === 0 && /\p{L}/u.test(part);
  const [first, last] = [parts.findIndex(hasWords), parts.findLastIndex(hasWords)];
  return parts
    .map((part, index) => (index === last ? part.replace(/\p{L}(?=\P{L}*$)/u, another) : part))
    .map((part, index) => (index === first ? part.replace(/\p{L}(?!\p{L})/u, another) : part))
    .join('');
}

/** Names are nobody's sentences, and what a place's holidays follow is a rule. */
const NO_SENTENCES = /^(?:name|wordmark|holidays)$/;

/** A YAML file with all its sentences in other words, but for those of a place, or the site, that are names. */
export function rewritten(yaml: string): string {
  const document = parseDocument(yaml);
  const hasNames = document.has('accepted') || document.has('wordmark');
  visit(document, {
    // What of a title is marked has to stand in it.
    Map: (_, map) => {
      if (map.has('mark')) map.set('mark', map.get('title'));
    },
    Pair: (_, { key }) =>
      hasNames && isScalar(key) && NO_SENTENCES.test(`${key.value}`) ? visit.SKIP : undefined,
    Scalar: (key, scalar) => {
      if (key !== 'key' && typeof scalar.value === 'string')
        scalar.value = inOtherWords(scalar.value);
    },
  });
  return document.toString({ lineWidth: 0 });
}
