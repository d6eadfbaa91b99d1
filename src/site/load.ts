import { getCollection, getEntry } from 'astro:content';
import type { Site, Source, Tool } from './schema.ts';

/** What content/site.yaml says. */
export async function loadSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml is empty. README.md says what it holds.');
  return entry.data;
}

/** All sources by id. */
export async function loadSources(): Promise<Map<string, Source>> {
  const entries = await getCollection('sources');
  return new Map(entries.map(({ id, data }) => [id, { id, ...data }]));
}

/** The tools that readers may see. */
export function liveTools({ tools }: Site): Tool[] {
  return tools.filter(({ live }) => live);
}

/** The tool that the header calls to, or `undefined` while it is not live. */
export function calledTool(site: Site): Tool | undefined {
  return liveTools(site).find(({ id }) => id === site.call);
}
