import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { file, glob } from 'astro/loaders';
import { beside, contentError } from './beside.ts';
import { hiddenArticles } from './publication.ts';
import { today } from './today.ts';

/**
 * The entries that `parser` finds in the text of a YAML file. Astro's own `file` logs a mistake in
 * the file and goes on with what an earlier build left in its cache; this one throws an Error that
 * names the file and the line.
 */
export function yamlFile(path: string, parser: (text: string) => Record<string, Entry>): Loader {
  let read: { readonly text: string; readonly entries: Record<string, Entry> } | undefined;
  const parsed = (text: string) => {
    // Parsing takes long, and `file` asks for what was looked at before.
    if (read?.text !== text) read = { text, entries: parser(text) };
    return read.entries;
  };
  const loader = file(path, { parser: parsed });
  return {
    ...loader,
    load: async (context) => {
      const text = await readFile(path, 'utf8');
      try {
        parsed(text);
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
  const loader = textFiles(base, generateId, () => hiddenArticles(base, today()));
  return { ...loader, load: (context) => loader.load(plainAsMarkdown(context)) };
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
    {
      readonly getEntryInfo: (file: {
        fileUrl: URL;
        contents: string;
      }) => EntryInfo | Promise<EntryInfo>;
      readonly getRenderFunction?: (config: Context['config']) => Promise<Render>;
    }
  >;
}

interface EntryInfo {
  readonly data: Entry;
  readonly body: string;
}

type Render = (entry: { body?: string | undefined }) => unknown;

const readsEntries = (context: Context): context is Context & EntryReader =>
  'entryTypes' in context && context.entryTypes instanceof Map;

/** What a text in MDX may hold that Markdown reads otherwise, or not at all: tags, braces, code, pictures. */
const NOT_PLAIN = /[<{]|!\[|^(?:import|export)\b|^(?: {4}|\t)/m;

/**
 * `context` with a text in MDX that is no more than Markdown rendered as such, while it is loaded: what
 * stays a module costs the bundler more than all else that is done to an article. Texts that are read
 * beside a build are not kept, as nobody reads them again.
 */
function plainAsMarkdown(context: Context): Context {
  if (!readsEntries(context)) return context;
  const [markdown, mdx] = ['.md', '.mdx'].map((extension) => context.entryTypes.get(extension));
  if (!markdown?.getRenderFunction || !mdx) return context;
  const asMarkdown = markdown.getRenderFunction;
  const getRenderFunction = async (config: Context['config']): Promise<Render> => {
    const render = await asMarkdown(config);
    return async (entry) => (NOT_PLAIN.test(entry.body ?? '') ? undefined : render(entry));
  };
  const isReadBeside = beside('texts') !== undefined;
  const rendering: Context & EntryReader = {
    ...context,
    entryTypes: new Map([...context.entryTypes, ['.mdx', { ...mdx, getRenderFunction }]]),
    store: {
      ...context.store,
      set: (entry) =>
        context.store.set({
          ...(isReadBeside && !entry.body?.includes('[#') ? withoutBody(entry) : entry),
          ...(entry.filePath?.endsWith('.mdx') && !entry.rendered && { deferredRender: true }),
        }),
    },
  };
  return rendering;
}

function withoutBody<Of extends { body?: string }>({ body: _, ...entry }: Of): Omit<Of, 'body'> {
  return entry;
}

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

/**
 * `loader` that leaves it to the check of content/ to tell what is wrong, with file and line, where that
 * is under way.
 */
export function toldByCheck(loader: Loader): Loader {
  return {
    ...loader,
    load: async (context) => {
      const error = async (line: string) => {
        if (!(await contentError())) context.logger.error(line);
      };
      const logger = Object.create(context.logger, { error: { value: error } });
      await loader.load({ ...context, logger }).catch(async (wrong) => {
        throw (await contentError()) ?? wrong;
      });
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
    load: (context) => {
      if (!readsEntries(context)) return loader.load(context);
      const entryTypes = [...context.entryTypes].map(([extension, type]) => {
        const getEntryInfo: typeof type.getEntryInfo = async (file) => {
          const info = await type.getEntryInfo(file);
          return { ...info, data: withDaysOf(file.contents, info.data) };
        };
        return [extension, { ...type, getEntryInfo }] as const;
      });
      const reading: Context & EntryReader = { ...context, entryTypes: new Map(entryTypes) };
      return loader.load(reading);
    },
  };
}

function withDaysOf<Data extends Entry>(text: string, data: Data): Data {
  const days = Object.entries(data).flatMap(([field, value]) => {
    const written = value instanceof Date && new RegExp(`^${field}:\\s*(\\S+)`, 'm').exec(text);
    return written ? [[field, written[1]]] : [];
  });
  return { ...data, ...Object.fromEntries(days) };
}
