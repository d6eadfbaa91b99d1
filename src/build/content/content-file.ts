import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentMistake } from '../../site/content-error.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** As it stands in the project, with `/` between folders: `content/site.yaml`. */
  readonly file: string;
  /** Its text without a byte order mark, with `\n` at the ends of lines. */
  readonly text: string;
}

/** What the folder `content` says of itself, to its owner alone. */
export const GUIDE = 'README.md';

/** The files of the folder `content` that hold text, in the order of their names. */
export function contentFiles(content: string): { readonly file: string; readonly bytes: Buffer }[] {
  return globSync('**/*.{yaml,md,mdx,tsv}', { cwd: content, exclude: [GUIDE] })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => ({ file: `content/${name}`, bytes: readFileSync(join(content, name)) }));
}

/** The texts of the folder `content` that can be read, but for tables. */
export function readableFiles(content: string): ContentFile[] {
  const texts = contentFiles(content).filter(({ file }) => !file.endsWith('.tsv'));
  return texts.flatMap(({ file, bytes }) => {
    const read = readContent(file, bytes);
    return 'text' in read ? [read] : [];
  });
}

/** Characters that no text needs; XML, and so the feed, forbids most of them (XML 1.0, 2.2). */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029\uFEFF\uFFFC-\uFFFF]/u;

/** The text of a file, or what is wrong with its bytes: it is not UTF-8, or it has control characters. */
export function readContent(file: string, bytes: Uint8Array): ContentFile | ContentMistake {
  // Cut into lines as bytes, so that the first line which is not UTF-8 can be named.
  const text = decoded(bytes);
  if (text === undefined) return { file, line: undecodedLine(bytes), sentence: notUtf8(bytes) };
  const lines = text.replace(/\r\n/g, '\n');
  const [before = '', ...after] = lines.split(CONTROL);
  if (after.length === 0) return { file, text: lines };
  if (lines[before.length] === '\r') {
    const sentence =
      'a line ends as on old Macs, with CR alone, which nothing here reads as an end. Save the file again with LF, or with CRLF as on Windows.';
    return { file, line: before.split('\n').length, sentence };
  }
  const code = lines.charCodeAt(before.length).toString(16).toUpperCase().padStart(4, '0');
  const sentence = `a control character, U+${code}, stands behind ${JSON.stringify(before.slice(-20).split('\n').at(-1))}. Delete it: it is invisible, and came along with a copied text.`;
  return { file, line: before.split('\n').length, sentence };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function undecodedLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 10) continue;
    if (decoded(bytes.subarray(start, index)) === undefined) return line;
    line++;
    start = index + 1;
  }
  return line;
}

function notUtf8(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const found = wide ? 'UTF-16' : 'another encoding, such as Windows-1252';
  return `this is no text in UTF-8. Found: ${found}. Save the file again, as UTF-8.`;
}
