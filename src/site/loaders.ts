import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  return textFiles(base, generateId, () => hiddenArticles(base, today()));
}

/**
 * The texts in the folder `base`, which need not be there: all of them for a writer who watches them,
 * otherwise none of those that `leaveOut` names.
 */
export function textFiles(
  base: string,
  generateId: GenerateId,
  leaveOut: () => readonly string[] | Promise<readonly string[]>,
): Loader {
  const pattern = '**/*.{md,mdx}';
  return {
    name: 'text-files',
    load: async (context) => {
      if (!existsSync(base)) return;
      const hidden = context.watcher ? [] : await leaveOut();
      // Characters that mean something in a pattern.
      const except = hidden.map((name) => `!${name.replace(/[\\()[\]{}!*?@+|]/g, '\\$&')}`);
      const files = glob({ base, pattern: [pattern, ...except], generateId });
      await files.load(context.watcher ? forgiving(context) : context);
    },
  };
}

type Context = Parameters<Loader['load']>[0];

/** What Astro's `glob` reads files with, which its types keep to themselves. */
interface EntryReader {
  readonly entryTypes: ReadonlyMap<
    string,
    { readonly getEntryInfo: (file: { fileUrl: URL; contents: string }) => unknown }
  >;
}

const readsEntries = (context: Context): context is Context & EntryReader =>
  'entryTypes' in context && context.entryTypes instanceof Map;

/**
 * `context` for a writer who works on one of many files: one that cannot be read is left out, and
 * keeps no other from being loaded.
 */
function forgiving(context: Context): Context {
  if (!readsEntries(context)) return context;
  const broken = new Set<string>();
  // What is wrong with it is told with file and line as soon as content/ is looked at.
  const leftOut = <Value>(path: string, instead: Value): Value => {
    broken.add(path);
    context.logger.warn(`${path} is left out until it is mended.`);
    return instead;
  };
  const shortOf = (path: string) => relative(fileURLToPath(context.config.root), path);
  const entryTypes = [...context.entryTypes].map(([extension, type]) => {
    const getEntryInfo = async (file: Parameters<typeof type.getEntryInfo>[0]) => {
      const path = shortOf(fileURLToPath(file.fileUrl));
      broken.delete(path);
      try {
        return await type.getEntryInfo(file);
      } catch {
        return leftOut(path, { data: {}, body: '' });
      }
    };
    return [extension, { ...type, getEntryInfo }] as const;
  });
  const forgives: Context & EntryReader = {
    ...context,
    entryTypes: new Map(entryTypes),
    parseData: async (entry) => {
      const path = shortOf(entry.filePath ?? '');
      if (broken.has(path)) return entry.data;
      return context.parseData(entry).catch(() => leftOut(path, entry.data));
    },
    store: {
      ...context.store,
      set: (entry) => (broken.has(entry.filePath ?? '') ? false : context.store.set(entry)),
    },
  };
  return forgives;
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
