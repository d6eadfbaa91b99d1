import { readFile } from 'node:fs/promises';
import type { Loader } from 'astro/loaders';
import { file, glob } from 'astro/loaders';
import { hiddenArticles } from './publication.ts';
import { today } from './today.ts';

/**
 * The entries that `parser` finds in the text of a YAML file. Astro's own `file` logs a mistake in
 * the file and goes on with what an earlier build left in its cache; this one throws an Error that
 * names the file and the line.
 */
export function yamlFile(path: string, parser: (text: string) => Record<string, Entry>): Loader {
  const loader = file(path, { parser });
  return {
    ...loader,
    load: async (context) => {
      const text = await readFile(path, 'utf8');
      try {
        parser(text);
      } catch (error) {
        throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
      }
      await loader.load(context);
    },
  };
}

/**
 * The articles in the folder `base`: all of them for a writer who watches them, for readers those that
 * are out. What is not loaded cannot reach them, nor can a picture that stands in it.
 */
export function articleFiles(base: string, generateId: GenerateId): Loader {
  const pattern = '**/*.{md,mdx}';
  return {
    name: 'article-files',
    load: (context) => {
      const hidden = context.watcher ? [] : hiddenArticles(base, today());
      // Characters that mean something in a pattern.
      const except = hidden.map((name) => `!${name.replace(/[\\()[\]{}!*?@+|]/g, '\\$&')}`);
      return glob({ base, pattern: [pattern, ...except], generateId }).load(context);
    },
  };
}

type GenerateId = (options: { entry: string }) => string;

type Entry = Record<string, unknown>;

/**
 * `loader` with the days of its front matter as they are written. Astro's YAML reader makes
 * March 2 of 2026-02-30 without a word; as text, a schema can refuse it.
 */
export function daysAsWritten(loader: Loader): Loader {
  return {
    ...loader,
    load: (context) =>
      loader.load({
        ...context,
        parseData: async (entry) => {
          const text = entry.filePath ? await readFile(entry.filePath, 'utf8') : '';
          return context.parseData({ ...entry, data: withDaysOf(text, entry.data) });
        },
      }),
  };
}

function withDaysOf<Data extends Entry>(text: string, data: Data): Data {
  const days = Object.entries(data).flatMap(([field, value]) => {
    const written = value instanceof Date && new RegExp(`^${field}:\\s*(\\S+)`, 'm').exec(text);
    return written ? [[field, written[1]]] : [];
  });
  return { ...data, ...Object.fromEntries(days) };
}
