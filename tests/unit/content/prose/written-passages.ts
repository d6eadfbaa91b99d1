import type { HastNode } from 'satteri';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { treeOf } from '../../../../src/articles/article-text.ts';
import { isElement, isVerbatim, nameOf, textOf } from '../../../../src/articles/text-tree.ts';
import { FRONT_MATTER } from '../../../../src/build/content/yaml.ts';

/** A text that a reader reads as one: a paragraph, an item, a cell, a heading, a field of YAML. */
export interface Passage {
  readonly file: string;
  /** The line, from 1, on which it begins, and the text of the file from there on. */
  readonly line: number;
  readonly written: string;
  /** As it is read: one line, with citations and with `{blanks}` still in it. */
  readonly text: string;
  readonly kind: 'text' | 'heading' | 'field';
  /** Whether a source stands with it: a citation in it, or `sources` beside or above its field. */
  readonly sourced: boolean;
  /** What its links say. */
  readonly links: readonly string[];
}

/** Elements that stand within a line (HTML Standard, "phrasing content"). */
const INLINE =
  /^(?:a|abbr|b|br|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|Checked|SiteName|Author|Term)$/;
const CITATION = /\[@[a-z0-9-]+\]/;

/** The passages of an article or a page, its front matter and its text, in order. */
export function passagesOfText(file: string, source: string): Passage[] {
  const matter = FRONT_MATTER.exec(source);
  const skipped = matter?.[0] ?? '';
  const before = skipped.split('\n').length - 1;
  const lines = source.split('\n');
  const passages: Passage[] = [];
  let open:
    | { text: string; line: number; kind: 'text' | 'heading'; sourced: boolean; links: string[] }
    | undefined;
  const close = () => {
    const text = oneLine(open?.text ?? '');
    if (open && text !== '') {
      const { line, kind, links } = open;
      const written = lines.slice(line - 1).join('\n');
      const sourced = open.sourced || CITATION.test(text);
      passages.push({ file, line, kind, text, written, sourced, links });
    }
    open = undefined;
  };
  const walk = (node: HastNode, line: number, isHeading: boolean, sourced: boolean) => {
    const own = node.position ? node.position.start.line + before : line;
    if (node.type === 'text') {
      open ??= { text: '', line: own, kind: isHeading ? 'heading' : 'text', sourced, links: [] };
      open.text += node.value;
    }
    if (!('children' in node)) return;
    if (isElement(node) && isVerbatim(node)) {
      // Code is read as a word, and is in no language.
      if (open && nameOf(node) !== 'pre') open.text += '{code}';
      return;
    }
    if (isElement(node) && nameOf(node) === 'a') {
      open ??= { text: '', line: own, kind: isHeading ? 'heading' : 'text', sourced, links: [] };
      open.links.push(oneLine(textOf(node)));
    }
    const isBlock = isElement(node) && !INLINE.test(nameOf(node));
    if (isBlock) close();
    const heading = isElement(node) && /^(?:h[1-6]|th|summary)$/.test(nameOf(node));
    const cites = isElement(node) && node.type !== 'element' && hasAttribute(node, 'source');
    for (const child of node.children) {
      walk(child, own, isHeading || heading, sourced || cites);
    }
    if (isBlock) close();
  };
  walk(treeOf(source.slice(skipped.length), file), before + 1, false, false);
  close();
  return [...(matter ? passagesOfYaml(file, matter[1] ?? '', 1) : []), ...passages];
}

function hasAttribute(
  node: Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  name: string,
): boolean {
  return node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === name);
}

/** Fields that no reader reads: addresses, ids, and values that a rule reads. */
const UNREAD =
  /^(?:url|path|to|leads?|sources?|article|topic|tools?|formerly|file|href|fields|kind|effect|field|onet|icon|photo|page|autocomplete|language|id|wordmark|regions?|occupations?|synonyms|concerns|also|published|reviewed|updated|asOf|unit|verified)$/;

/** The passages of a YAML text that stands in `file` behind `linesBefore` lines, in order. */
export function passagesOfYaml(file: string, source: string, linesBefore = 0): Passage[] {
  const counter = new LineCounter();
  const { contents } = parseDocument(source, { lineCounter: counter });
  const passages: Passage[] = [];
  const walk = (node: unknown, sourced: boolean, kind: 'heading' | 'field' = 'field') => {
    if (isPair(node)) {
      const name = isScalar(node.key) ? String(node.key.value) : '';
      if (!UNREAD.test(name) || isMap(node.value))
        walk(node.value, sourced, name === 'title' ? 'heading' : 'field');
    } else if (isMap(node)) {
      const cites = sourced || node.has('source') || node.has('sources');
      for (const item of node.items) walk(item, cites);
    } else if (isSeq(node)) {
      for (const item of node.items) walk(item, sourced);
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const value = node.value.replace(/<\/?(?:del|ins|mark)>/g, '');
      const { line } = counter.linePos(node.range[0]);
      const written = source.slice(node.range[0]);
      // What is folded keeps a line's end for a paragraph's, and what is not shows each of its lines.
      for (const piece of value.split('\n')) {
        const text = oneLine(
          piece.replace(/\[([^\]@][^\]]*)\]\([^()\s]+\)/g, '$1').replace(/<\w+:\s?|[<>|]/g, ' '),
        );
        if (!/\p{L}/u.test(text) || /^(?:[/#]|https?:|\d{4}-)/.test(text)) continue;
        const passage = { file, line: line + linesBefore, written, text, kind, links: [] };
        passages.push({ ...passage, sourced: sourced || CITATION.test(value) });
      }
    }
  };
  walk(contents, false);
  return passages;
}

/** The line of `file` on which `found`, a piece of a passage's text, begins. */
export function lineOf({ line, written }: Passage, found: string): number {
  const words = found.match(/[\p{L}\p{N}'’]+/gu)?.slice(0, 5) ?? [];
  for (let count = words.length; count > (words.length > 1 ? 1 : 0); count--) {
    const at = new RegExp(words.slice(0, count).join('[^\\p{L}\\p{N}]+'), 'u').exec(written);
    if (at) return line + written.slice(0, at.index).split('\n').length - 1;
  }
  return line;
}

function oneLine(text: string): string {
  return text.replace(/==/g, '').replace(/\s+/g, ' ').trim();
}
