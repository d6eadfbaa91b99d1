import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { letterName, openPaths, topicPath, type View } from './dead-ends.ts';
import { hasNewsletter } from './has-newsletter.ts';
import type { Site, Source, Tool, Topic } from './schema.ts';
import { withSiteName } from './site-name.ts';
import { today } from './today.ts';

const loaded = new Map<string, Promise<unknown>>();

/** What `load` gives: loaded once for a build, and anew each time in development, where files change. */
function once<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
  if (import.meta.env.DEV) return load();
  // What is kept under a name is what its own `load` gave.
  const kept = loaded.get(name) as Promise<Value> | undefined;
  const value = kept ?? load();
  loaded.set(name, value);
  return value;
}

/**
 * What the one file of `collection` says, such as content/plan/after.yaml. Throws an Error where it
 * says nothing.
 */
export function loadEntry<Name extends CollectionKey>(
  collection: Name,
): Promise<CollectionEntry<Name>['data']> {
  return once(`entry ${collection}`, async () => {
    const [entry] = await getCollection(collection);
    if (!entry) throw new Error(`The file of "${collection}" in src/collections.ts is empty.`);
    return entry.data;
  });
}

/** The same of a file whose texts may name the site. */
export function loadWords<Name extends CollectionKey>(
  collection: Name,
): Promise<CollectionEntry<Name>['data']> {
  return once(`words ${collection}`, async () =>
    withSiteName(await loadEntry(collection), (await loadSite()).name),
  );
}

/** What content/site.yaml says. */
export function loadSite(): Promise<Site> {
  return loadEntry('site');
}

/** All sources by id. */
export async function loadSources(): Promise<Map<string, Source>> {
  const entries = await getCollection('sources');
  return new Map(entries.map(({ id, data }) => [id, { id, ...data }]));
}

let view: View | undefined;

/** The day of the build, one for all of its pages, or in development a preview of everything. */
export function siteView(): View {
  const newsletter = hasNewsletter(process.env);
  if (import.meta.env.DEV) return { today: today(), preview: true, newsletter };
  view ??= { today: today(), preview: false, newsletter };
  return view;
}

/** The paths of the articles, topics and letters that readers may see; nothing may link to any other. */
export function loadOpenPaths(): Promise<ReadonlySet<string>> {
  return once('open paths', async () =>
    openPaths(
      await getCollection('articles'),
      (await loadSite()).topics,
      siteView(),
      (await getCollection('letters')).flatMap(({ id: entry, data: { draft } }) => {
        const name = letterName(`content/letters/${entry}.mdx`);
        return name ? [{ id: name.id, data: { draft, published: name.day } }] : [];
      }),
    ),
  );
}

/** The topics that there is something to read on. */
export async function loadTopics(): Promise<Topic[]> {
  const [{ topics }, paths] = await Promise.all([loadSite(), loadOpenPaths()]);
  return topics.filter(({ id }) => paths.has(topicPath(id)));
}

/** The tools that readers may see. */
export function liveTools({ tools }: Site): Tool[] {
  return tools.filter(({ live }) => live);
}

/** The tool that the header calls to, or `undefined` while it is not live. */
export function calledTool(site: Site): Tool | undefined {
  return liveTools(site).find(({ id }) => id === site.call);
}
