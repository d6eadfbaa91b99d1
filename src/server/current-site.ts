import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HEADER_RULES_FILE } from '../build/header-rules.ts';
import type { Resource } from './resource.ts';
import { readSite, type Site } from './site.ts';

/** A site, and which of the sites that stood in its folder it is. */
export interface ReadSite {
  readonly site: Site;
  readonly mark: string;
}

/**
 * Tells the sites apart that stand in `folder` one after the other: the folder itself and its
 * header rules are new with each build. Undefined where there is none.
 */
export async function markOf(folder: string): Promise<string | undefined> {
  try {
    const parts = await Promise.all([stat(folder), stat(join(folder, HEADER_RULES_FILE))]);
    return parts.map(({ ino, mtimeMs }) => `${ino}:${mtimeMs}`).join(' ');
  } catch {
    return undefined;
  }
}

/**
 * Reads the site in `folder`, again where another took its place meanwhile.
 *
 * @throws StartError as `readSite` does
 */
export async function readWholeSite(folder: string): Promise<ReadSite> {
  const before = await markOf(folder);
  const isSame = async () => (await markOf(folder)) === before;
  try {
    const site = await readSite(folder);
    if (await isSame()) return { site, mark: before ?? '' };
  } catch (error) {
    if (await isSame()) throw error;
  }
  return readWholeSite(folder);
}

/** `next` with what did not change since `last` as it is there, compressed forms included. */
export function reusing(next: Site, last: Site): Site {
  const resources = [...next.resources].map(([path, resource]) => {
    const old = last.resources.get(path);
    return [path, old?.hash === resource.hash ? old : resource] as const;
  });
  return { ...next, resources: new Map(resources) };
}

/** Files whose name holds a hash of what is in them, which a page that is open may still load. */
const isHashed = ([path]: readonly [string, Resource]) => path.startsWith('/_astro/');

/**
 * `site` with the files that pages of `earlier` sites name by hash: a reader who opened one before
 * the swap still finds what its tools are made of.
 */
export function withEarlierFiles(site: Site, earlier: readonly Site[]): Site {
  const kept = earlier.flatMap(({ resources }) => [...resources].filter(isHashed));
  return { ...site, resources: new Map([...kept, ...site.resources]) };
}

/** What a follower needs of the world. */
export interface Following {
  readonly mark: () => Promise<string | undefined>;
  readonly read: () => Promise<ReadSite>;
  /** Why a new site is not to be served until the server is started again: a sentence. */
  readonly refusal: (site: Site) => Promise<string | undefined>;
  /** Serves it. */
  readonly take: (site: Site) => Promise<void>;
  /** A line for the owner's terminal. */
  readonly tell: (line: string) => void;
}

/**
 * Follows the site in a folder, of which the one with `first` is served. Returns a function that looks
 * once. A new site is taken when it stood there unchanged for two looks, so a copy that is under
 * way is not cut off. What cannot be served is told once, and the site of before stays.
 */
export function follower(first: string, world: Following): () => Promise<void> {
  let served = first;
  let seen: string | undefined;
  const take = async (): Promise<void> => {
    const { site, mark } = await world.read();
    const refusal = await world.refusal(site);
    served = mark;
    if (refusal !== undefined) {
      world.tell(`A new site was built, and the one before is still served. ${refusal}`);
      return;
    }
    await world.take(site);
    world.tell('A new site was built and is served from now on.');
  };
  let looking = false;
  return async () => {
    if (looking) return;
    looking = true;
    try {
      const now = await world.mark();
      if (now === undefined || now === served) seen = undefined;
      else if (now !== seen) seen = now;
      else {
        await take().catch((error: unknown) => {
          served = now;
          const why = error instanceof Error ? error.message : String(error);
          world.tell(`A new site was found, and the one before is still served. ${why}`);
        });
      }
    } finally {
      looking = false;
    }
  };
}
