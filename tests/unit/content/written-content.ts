import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { GUIDE } from '../../../src/build/content/content-file.ts';
import { withFigures } from '../../../src/figures/name-figures.ts';
import { writtenFigures } from '../../../src/figures/written-figures.ts';
import { checked } from '../../../src/site/content-error.ts';

const FRONT_MATTER = /^---\n(.*?)\n---\n(.*)$/s;

/** A file of content/: where it is, the id its name gives, its data, and its text if it has one. */
export interface WrittenFile {
  readonly file: string;
  readonly id: string;
  readonly data: unknown;
  readonly body: string;
}

const figures = writtenFigures();

/** The files below content/ that `pattern` matches, as they are written, with their figures printed. */
export function filesOf(pattern: string): WrittenFile[] {
  return globSync(pattern, { cwd: 'content', exclude: [GUIDE] })
    .sort()
    .map((name) => {
      const text = withFigures(readFileSync(join('content', name), 'utf8'), figures);
      const [, matter = text, body = ''] = FRONT_MATTER.exec(text) ?? [];
      const id = basename(name, extname(name));
      return { file: `content/${name}`, id, data: parse(matter), body };
    });
}

/** The entries of a YAML file that holds one a key. */
export function entriesOf(name: string): [id: string, data: unknown][] {
  const [file] = filesOf(name);
  return Object.entries(file?.data ?? {});
}

/** `data` as `schema` reads it. Throws an Error that names `file` and the first mistake in it. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  data: unknown,
): z.output<Schema> {
  const result = checked(schema).safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}
