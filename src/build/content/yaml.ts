import {
  type Document,
  isMap,
  isNode,
  LineCounter,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { ContentMistake } from '../../site/content-error.ts';

/** What is written in YAML, with the line of each field. */
export interface Written {
  readonly data: unknown;
  /** The line, from 1, of what `path` leads to, or of the last part of it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const QUOTE_IT = (found: string) =>
  `a text begins with a sign that means something in YAML. Found: ${found}. Put the text in quotes: "…".`;

/** What the parser says, as a writer would. `found` is the line on which it stopped. */
const SENTENCES: Readonly<Record<string, (found: string) => string>> = {
  BLOCK_AS_IMPLICIT_KEY: (found) =>
    `a colon and a space stand within a text. Found: ${found}. Put the text in quotes: "…".`,
  TAB_AS_INDENT: () => 'a tab stands at the beginning of a line. Put spaces there.',
  DUPLICATE_KEY: (found) => `a field is there twice. Found: ${found}. Delete one, or rename it.`,
  MULTILINE_IMPLICIT_KEY: (found) =>
    `a line is no field. Found: ${found}. A field is its name, a colon, a space, and what it says.`,
  BAD_DQ_ESCAPE: (found) =>
    `a backslash stands in a text in quotes. Found: ${found}. Write two for one that is seen.`,
  BAD_SCALAR_START: QUOTE_IT,
  BAD_ALIAS: QUOTE_IT,
  UNEXPECTED_TOKEN: (found) => {
    const value = JSON.parse(found).replace(/^[\w-]+:\s+/, '');
    if (/^["']/.test(value)) {
      return `a text goes on behind the quotation mark that ends it. Found: ${found}. Put double quotes around all of it, and within it \\" for each of them.`;
    }
    return /^[->|]/.test(value)
      ? QUOTE_IT(found)
      : `a line does not stand below the ones above it. Found: ${found}. Begin each field as far in as the others.`;
  },
};

/**
 * Reads YAML that stands in `file` behind `linesBefore` other lines, or tells its mistakes: of each line
 * one, and none behind a quotation mark or a bracket that is not closed, as those follow from it.
 */
export function readYaml(
  file: string,
  text: string,
  linesBefore = 0,
): Written | readonly ContentMistake[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  if (document.errors.length > 0) {
    const told = new Map<number, ContentMistake>();
    for (const error of document.errors) {
      const { line, sentence, isOpen } = syntaxMistake(error, text);
      const place = line + linesBefore;
      // What has a cause above is no mistake of its own.
      if (told.size > 0 && !OWN.has(error.code)) break;
      if (!told.has(place)) told.set(place, { file, line: place, sentence });
      if (isOpen) break;
    }
    return [...told.values()];
  }
  try {
    const data: unknown = document.toJS();
    return { data, lineOf: (path) => lineAt(offsetOf(document, path)) };
  } catch (error) {
    // Such as an alias, *x, of nothing.
    const what = error instanceof Error ? error.message : String(error);
    const alias = /\*\S+/.exec(text)?.[0] ?? '';
    const line = text.slice(0, Math.max(0, text.indexOf(alias))).split('\n').length + linesBefore;
    return [{ file, line, sentence: SENTENCES['BAD_ALIAS']?.(JSON.stringify(alias)) ?? what }];
  }
}

/** Mistakes that do not follow from others. */
const OWN: ReadonlySet<string> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
  'BAD_SCALAR_START',
]);

/** The line, from 1, of a mistake, what to tell of it, and whether something that it opens has no end. */
function syntaxMistake(error: YAMLParseError, text: string) {
  const before = text.slice(0, error.pos[0]);
  const opened = error.code === 'BAD_DQ_ESCAPE' ? 0 : openQuote(before);
  const bracket = /^Flow .*\bmust\b.*\bend with/.test(error.message)
    ? before.slice(0, Math.max(before.lastIndexOf('['), before.lastIndexOf('{'))).split('\n').length
    : 0;
  const line = opened || bracket || before.split('\n').length;
  const found = JSON.stringify(text.split('\n')[line - 1]?.trim() ?? '');
  const sentence = opened
    ? `a quotation mark is not closed. Found: ${found}. Put another one at the end.`
    : bracket
      ? `a bracket is not closed, or what is in it is not indented. Found: ${found}. End it with ] or }.`
      : (SENTENCES[error.code]?.(found) ?? `${error.message}. Found: ${found}.`);
  return { line, sentence, isOpen: opened > 0 || bracket > 0 };
}

/** The line, from 1, of the first text that begins with a quotation mark and has no second one. */
function openQuote(text: string): number {
  const open = /^[\s-]*(?:[\w-]+:\s+)?(?:"(?:[^"\\]|\\.)*|'[^']*)$/;
  return text.split('\n').findIndex((line) => /["']/.test(line) && open.test(line)) + 1;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = 0;
  for (let length = 1; length <= path.length; length++) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => String(isNode(item.key) ? item.key : item.key) === String(key))
      : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) break;
    offset = node.range[0];
  }
  return offset;
}

/** The front matter of an article or a page: what stands between two lines of three hyphens. */
export const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;
