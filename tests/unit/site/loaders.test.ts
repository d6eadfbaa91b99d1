import { EventEmitter, once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { CONTENT_CHECK, keepBeside } from '../../../src/site/beside.ts';
import { articleFiles, toldByCheck } from '../../../src/site/loaders.ts';
import { writeFiles } from '../server/built-site.ts';

type Context = Parameters<ReturnType<typeof articleFiles>['load']>[0];

const article = (fields: string) => `---\n${fields}\n---\n\nText.\n`;
const GOOD = article('title: Good\npublished: 2020-01-01');

/** As much of Astro's side of a loader as `articleFiles` needs, and what came of it. */
function loading(root: string, isWatched: boolean) {
  const loaded = new Map<string, unknown>();
  const warnings: string[] = [];
  const modules: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const said = new EventEmitter();
  const log = () => void said.emit('line');
  const getEntryInfo = async ({ contents }: { contents: string }) => {
    const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(contents) ?? [];
    return { data: parse(matter), body, slug: '', rawData: matter };
  };
  const context = {
    collection: 'articles',
    config: { root: pathToFileURL(`${root}/`), srcDir: pathToFileURL(`${root}/src/`) },
    store: {
      keys: () => [...loaded.keys()],
      get: (id: string) => loaded.get(id),
      set: ({ id, data, ...how }: { id: string; data: unknown; deferredRender?: boolean }) => {
        loaded.set(id, data);
        if (how.deferredRender) modules.push(id);
      },
      delete: (id: string) => loaded.delete(id),
    },
    logger: { info: log, error: log, warn: (line: string) => warnings.push(line) },
    parseData: async ({ data }: { data: Record<string, unknown> }) => {
      if (!data['title']) throw new Error('No title.');
      return data;
    },
    generateDigest: (text: string) => text,
    entryTypes: new Map<string, object>([
      ['.md', { getEntryInfo, getRenderFunction: async () => () => ({ html: '<p>Text.</p>' }) }],
      ['.mdx', { getEntryInfo, contentModuleTypes: '' }],
    ]),
    ...(isWatched && { watcher }),
  };
  // Of the hundred things that Astro hands over, those that are used here.
  const run = articleFiles(root, ({ entry }) => entry.replace(/\.\w+$/, '')).load(
    context as unknown as Context,
  );
  return { run, loaded, modules, warnings, watcher, said };
}

describe('articleFiles', () => {
  const files = {
    'good.md': GOOD,
    'no-yaml.md': article('title: "Open\ndraft: true'),
    'no-title.md': article('draft: true'),
    'later.md': article('title: Later\npublished: 9999-01-01'),
  };

  it('loads what a writer can see of broken drafts, and takes each in once it is mended', async () => {
    const root = await writeFiles(files);
    const { run, loaded, warnings, watcher, said } = loading(root, true);
    await run;
    expect([...loaded.keys()].sort()).toEqual(['good', 'later']);
    expect(warnings.sort()).toEqual([
      'no-title.md is left out until it is mended.',
      'no-yaml.md is left out until it is mended.',
    ]);
    for (const name of ['no-yaml', 'no-title']) {
      await writeFile(join(root, `${name}.md`), GOOD);
      const done = once(said, 'line');
      watcher.emit('change', join(root, `${name}.md`));
      await done;
    }
    expect([...loaded.keys()].sort()).toEqual(['good', 'later', 'no-title', 'no-yaml']);
  });

  it('loads for readers what is out alone, and fails where that is broken', async () => {
    const root = await writeFiles(files);
    const { run, loaded } = loading(root, false);
    await expect(run.then(() => loaded)).resolves.toBeDefined();
    expect([...loaded.keys()]).toEqual(['good']);
    await rm(join(root, 'good.md'));
    await writeFile(join(root, 'open.md'), article('title: "Open\npublished: 2020-01-01'));
    await expect(loading(root, false).run).rejects.toThrow();
  });

  it('leaves to the bundler what is more than Markdown', async () => {
    const [head] = GOOD.split('Text.');
    const texts = {
      'tag.mdx': 'A <Contact />.',
      'braces.mdx': 'One {1 + 1}.',
      'code.mdx': 'In MDX this is no code:\n\n    npm start',
      'import.mdx': "import it from './it.ts'",
      'picture.mdx': '![A picture](./it.png)',
      'plain.mdx': '## A heading\n\nA *text* with [a link](/plan/), “quotes”[@geo] and `code`.',
      'plain.md': 'A <b>text</b>.',
    };
    const root = await writeFiles(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `${head}${text}\n`])),
    );
    const { run, modules } = loading(root, false);
    await run;
    expect(modules.sort()).toEqual(['braces', 'code', 'import', 'picture', 'tag']);
  });
});

describe('toldByCheck', () => {
  const failing = {
    name: 'failing',
    load: async ({ logger }: Context) => {
      logger.error('A line of its own.');
      throw new Error('Its own.');
    },
  };
  const told = async () => {
    const lines: string[] = [];
    const logger = { error: (line: string) => lines.push(line) };
    const error = await toldByCheck(failing)
      .load({ logger } as unknown as Context)
      .catch(({ message }) => message);
    return { lines, error };
  };

  it('tells what is wrong as the check of content does, once that is done', async () => {
    const { promise, resolve } = Promise.withResolvers();
    keepBeside(CONTENT_CHECK, promise);
    onTestFinished(() => keepBeside(CONTENT_CHECK, Promise.resolve({ stopping: [], leftOut: [] })));
    const result = told();
    resolve({
      stopping: [{ file: 'content/a.md', line: 3, sentence: 'this is wrong.' }],
      leftOut: [],
    });
    expect(await result).toEqual({ lines: [], error: 'content/a.md:3: this is wrong.' });
  });

  it('tells its own where content is right', async () => {
    expect(await told()).toEqual({ lines: ['A line of its own.'], error: 'Its own.' });
  });
});
