import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  follower,
  markOf,
  readWholeSite,
  reusing,
  withEarlierFiles,
} from '../../../src/server/current-site.ts';
import { readSite, type Site } from '../../../src/server/site.ts';
import { FILES, rulesFile, writeFiles } from './built-site.ts';

const rules = (value: string) => rulesFile({ '/*': { 'X-A': value } });

const siteOf = async (files: Readonly<Record<string, string>>): Promise<Site> => {
  const named = Object.entries(files).map(([file, text]) => [`dist/${file}`, text] as const);
  const root = await writeFiles({
    'dist/_headers.json': rules('1'),
    ...Object.fromEntries(named),
  });
  return readSite(join(root, 'dist'));
};

const EMPTY: Site = { resources: new Map(), notFound: undefined, rules: [], redirects: new Map() };

describe('markOf', () => {
  it('changes when another site takes the place, and when the headers are written anew', async () => {
    const root = await writeFiles({
      ...FILES,
      'next/_headers.json': rules('2'),
      'next/a.txt': 'a',
    });
    const dist = join(root, 'dist');
    const marks = [await markOf(dist)];
    expect(await markOf(dist)).toBe(marks[0]);
    await rename(dist, join(root, 'last'));
    expect(await markOf(dist)).toBeUndefined();
    await rename(join(root, 'next'), dist);
    marks.push(await markOf(dist));
    await rm(join(dist, '_headers.json'));
    await writeFile(join(dist, '_headers.json'), rules('3'));
    marks.push(await markOf(dist));
    expect(new Set(marks).size).toBe(3);
    expect((await readWholeSite(dist)).mark).toBe(marks[2]);
  });
});

describe('a site after another', () => {
  it('keeps what did not change as it is, compressed forms included', async () => {
    const last = await siteOf({ 'a/index.html': 'A', 'b/index.html': 'B', 'gone.txt': 'x' });
    const next = reusing(await siteOf({ 'a/index.html': 'A', 'b/index.html': 'B2' }), last);
    expect(next.resources.get('/a/')).toBe(last.resources.get('/a/'));
    expect(next.resources.get('/b/')).not.toBe(last.resources.get('/b/'));
    expect(next.resources.has('/gone.txt')).toBe(false);
  });

  it('has the hashed files of those before it, and none of their pages', async () => {
    const first = await siteOf({ '_astro/tool.1.js': 'one', 'old/index.html': 'old' });
    const second = await siteOf({ '_astro/tool.2.js': 'two' });
    const third = await siteOf({ '_astro/tool.3.js': 'three', 'new/index.html': 'new' });
    expect([...withEarlierFiles(third, [second, first]).resources.keys()].sort()).toEqual([
      '/_astro/tool.1.js',
      '/_astro/tool.2.js',
      '/_astro/tool.3.js',
      '/new/',
    ]);
  });
});

/** What stood in the folder at each look, and what comes of it. "bad" cannot be read. */
const LOOKS: readonly (readonly [string, readonly (string | undefined)[], readonly string[]])[] = [
  ['the same site all the time', ['1', '1', '1'], []],
  ['a new one that stays', ['1', '2', '2', '2'], ['2']],
  ['one that is still being copied', ['2', '3', '4', '4'], ['4']],
  ['none between two renames', ['1', undefined, '2', '2'], ['2']],
  ['a folder that is gone', [undefined, undefined, undefined], []],
  ['a new one, and the first again', ['2', '1', '2', '1'], []],
  ['two builds, one after the other', ['2', '2', '3', '3'], ['2', '3']],
  ['one that cannot be read, told once', ['bad', 'bad', 'bad', '3', '3'], ['told: Broken.', '3']],
  ['one that is refused, told once', ['no', 'no', 'no', 'no'], ['told: Restart.']],
];

describe('follower', () => {
  it.each(LOOKS)('of %s', async (_, looks, expected) => {
    const came: string[] = [];
    let now: string | undefined = '1';
    const look = follower('1', {
      mark: async () => now,
      read: async () => {
        if (now === 'bad') throw new Error('Broken.');
        return { site: EMPTY, mark: now ?? '' };
      },
      refusal: async () => (now === 'no' ? 'Restart.' : undefined),
      take: async () => {
        came.push(now ?? '');
      },
      tell: (line) => {
        const why = /(?:still served\. )(.*)/.exec(line)?.[1];
        if (why) came.push(`told: ${why}`);
      },
    });
    for (const mark of looks) {
      now = mark;
      await look();
    }
    expect(came).toEqual(expected);
  });
});
