import type { HastNode } from 'satteri';
import { treeOf, withoutUnseen } from '../../articles/article-text.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import type { ContentFile } from './content-file.ts';

/** A text as it was written. */
export interface WrittenText extends ContentFile {
  /** What it becomes; without what is no MDX, so that the rest of it can be read. */
  readonly tree: HastNode;
  /** The text that the tree was read from, line for line that of the file. */
  readonly text: string;
  /** The text without what no page shows, line for line. */
  readonly seen: string;
  /** What is no MDX in it. */
  readonly syntax: readonly ContentMistake[];
}

/** More mistakes than that in the syntax of one text are told when these are mended. */
const MOST = 25;

/** Reads the text of an article or a page, with all that is no MDX in it. */
export function readWritten({ file, text }: ContentFile): WrittenText {
  const syntax: ContentMistake[] = [];
  let rest = text;
  while (syntax.length < MOST) {
    try {
      return { file, text: rest, tree: treeOf(rest, file), seen: withoutUnseen(rest), syntax };
    } catch (error) {
      const wrong = asSyntaxError(error, rest);
      syntax.push({ file, line: wrong.line, sentence: sentenceFor(wrong) });
      const blank = wrong.index === undefined ? '' : blanked(rest, wrong);
      if (blank === '') break;
      rest = blank;
    }
  }
  return { file, text: '', tree: { type: 'root', children: [] }, seen: '', syntax };
}

/** What the parser of MDX says, and where. */
interface SyntaxError {
  readonly line: number | undefined;
  /** Where in the text it stopped. */
  readonly index: number | undefined;
  readonly what: string;
  /** The line on which it stopped, from there on and as a whole. */
  readonly behind: string;
  readonly whole: string;
  /** The tag that has no end, with where it begins, and where an end stands that it can't have, or -1. */
  readonly open:
    | { readonly name: string; readonly index: number; readonly closing: number }
    | undefined;
}

/** The parser says `line:column: what (a note) (a code)`. */
function asSyntaxError(error: unknown, text: string): SyntaxError {
  const message = error instanceof Error ? error.message : String(error);
  const [, row = '', column = '', what = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const at = (line: string, place: string) => indexOf(text, Number(line), Number(place));
  const index = row ? at(row, column) : undefined;
  const whole = text.split('\n')[Number(row) - 1] ?? '';
  const [, name = '', openRow = '', openColumn = ''] =
    /closing tag for `<([^>`]*)>` \((\d+):(\d+)\)/.exec(what) ?? [];
  const closing = name === '' ? -1 : text.indexOf(`</${name}>`, index);
  // Where the end of another tag comes first, and its own follows, the other one is too much.
  const isRight = closing >= 0 && what.startsWith('Unexpected closing tag');
  return {
    line: Number(row) || undefined,
    index,
    what,
    behind: index === undefined ? '' : (/^[^\n]*/.exec(text.slice(index))?.[0] ?? ''),
    whole: whole.trim(),
    open: name && !isRight ? { name, index: at(openRow, openColumn), closing } : undefined,
  };
}

function indexOf(text: string, row: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0);
  return before + Math.min(column - 1, lines[row - 1]?.length ?? 0);
}

/** The text without the signs that are no MDX, and with all others on their lines. */
function blanked(text: string, { index = 0, open, what }: SyntaxError): string {
  const from = open ? open.index : /expression/.test(what) ? openBrace(text, index) : index;
  const [attributes] = UNQUOTED.exec(text.slice(from)) ?? [];
  if (attributes !== undefined && !open) {
    const name = /^<[\w-]+/.exec(attributes)?.[0] ?? '';
    const gap = ' '.repeat(attributes.length - name.length);
    return text.slice(0, from) + name + gap + text.slice(from + attributes.length);
  }
  const [tag = ''] = /^<!--[\s\S]*?(?:-->|$)|^<[^\s>]*(?:[^<>]*>)?|^./.exec(text.slice(from)) ?? [];
  const end = from + tag.length;
  // It means what it would with its end, and what else is wrong with it can be told.
  if (open && VOID.test(open.name)) {
    return `${text.slice(0, from)}${tag.replace(/>$/, '/>')}${text.slice(end)}`;
  }
  const without = withoutSigns(tag);
  if (tag === '' || without === tag) return '';
  const rest = text.slice(end);
  const behind = open && open.closing >= end ? rest.replace(`</${open.name}>`, withoutSigns) : rest;
  return text.slice(0, from) + without + behind;
}

function withoutSigns(tag: string): string {
  return tag.startsWith('<!--') ? tag.replace(/\S/g, ' ') : tag.replace(/[<>{}]/g, ' ');
}

/** The brace that an expression at `index` begins with. */
function openBrace(text: string, index: number): number {
  const brace = text.lastIndexOf('{', index);
  return brace < 0 ? index : brace;
}

/** A tag with an attribute whose value has no quotes, up to where it ends. */
const UNQUOTED = /^<[a-z][\w-]*\s[^<>]*=\s*[^\s"'{<>][^<>]*(?=>)/i;

/** Elements that hold nothing, and so have no end (HTML Standard, "void elements"). */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

function sentenceFor({ what, behind, whole, open }: SyntaxError): string {
  const found = JSON.stringify(/^\S*/.exec(behind)?.[0] || behind.slice(0, 20));
  if (behind.startsWith('<!--'))
    return 'a comment is written as in HTML. In MDX it is {/* a comment */}.';
  if (open && VOID.test(open.name))
    return `<${open.name}> has no end. In MDX it is <${open.name} />.`;
  if (open && open.closing >= 0) {
    return `<${open.name}> begins on a line with text and ends behind an empty line, which MDX can't read. Put the two tags on lines of their own.`;
  }
  if (open) {
    const { name } = open;
    const html = name === name.toLowerCase();
    return `<${name}> has no end. Write </${name}> behind what is in it, ${html ? `or &lt;${name}> for the signs themselves` : `or <${name} /> where nothing is`}.`;
  }
  const [, end] = /^Unexpected closing tag `(<\/[^`]*>)`/.exec(what) ?? [];
  if (end)
    return `${end} ends nothing. Delete it, or write ${end.replace('/', '')} before what is in it.`;
  if (/expression/.test(what) || behind.startsWith('{')) {
    return `braces mean code in MDX. Found: ${JSON.stringify(whole)}. For the signs themselves write \\{ and \\}.`;
  }
  const [, address] = /^<((?:https?:\/\/|mailto:)?[^\s<>]+(?:[.@/][^\s<>]+))>/.exec(behind) ?? [];
  if (address) {
    const to = /^[^\s:/]+@/.test(address) ? `mailto:${address}` : address;
    return `an address in < and > is no link in MDX. Found: ${found}. Write [${address}](${to}).`;
  }
  if (UNQUOTED.test(behind)) {
    return `the value of an attribute stands without quotes. Found: ${JSON.stringify(/^[^>]*>?/.exec(behind)?.[0])}. Write name="value".`;
  }
  if (behind.startsWith('<')) {
    return `"<" begins a tag in MDX. Found: ${found}. For the sign itself write &lt;.`;
  }
  const plain = what.replace(/ \((?:note: .*|mdx[\w:-]*)\)/gs, '').trim();
  return `${plain}. Found: ${found}.`;
}
