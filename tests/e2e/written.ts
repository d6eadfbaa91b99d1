import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { contentDirectory } from '../../src/site/content-directory.ts';

const CONTENT = `${contentDirectory()}/`;

/** A sentence by where it stands in its file, such as `question.missing`, with its blanks filled. */
export type Written = (place: string, blanks?: Readonly<Record<string, string | number>>) => string;

/**
 * The sentences of `file`, below content/, as readers get them, so that no test quotes what its owner
 * may say in other words. A place that the file does not have is an Error.
 */
export function writtenIn(file: string): Written {
  const data: unknown = parse(readFileSync(CONTENT + file, 'utf8'));
  return (place, blanks = {}) => {
    const found = place.split('.').reduce((part, key) => Object(part)[key], data);
    if (typeof found !== 'string') throw new Error(`content/${file} has no text at ${place}.`);
    return found
      .trim()
      .replace(/==|<\/?mark>/g, '')
      .replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank));
  };
}

/** What `file`, below content/, says, as `schema` reads it. */
export function writtenAs<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> {
  return schema.parse(parse(readFileSync(CONTENT + file, 'utf8')));
}

/** The longest part of `text` that no blank, choice or line within it breaks. */
export const fixedPart = (text: string): string =>
  text
    .split(/\{[^}]*\}|<[^>]*>|\n/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .trim();

/** `texts` where they stand one after the other, whatever is between them. */
export const inOrder = (...texts: readonly string[]): RegExp =>
  new RegExp(texts.map(escaped).join('[\\s\\S]*'));

/** A text that begins with `text`. */
export const beginsWith = (text: string): RegExp => new RegExp(`^${escaped(text)}`);

/** A text that ends with `text`. */
export const endsWith = (text: string): RegExp => new RegExp(`${escaped(text)}$`);

/** One of `texts` and nothing else, whatever stands in their blanks. */
export const anyOf = (...texts: readonly string[]): RegExp => {
  const each = texts.map((text) =>
    text
      .split(/\{\w+\}/)
      .map(escaped)
      .join('.+'),
  );
  return new RegExp(`^(?:${each.join('|')})$`);
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
