import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const READMES = ['README.md', ...globSync('{content,src/**}/README.md')];

/** Every id that a heading of a text has on a page of a code host. */
const idsIn = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(READMES)('%s', (readme) => {
  const text = readFileSync(readme, 'utf8');
  const prose = text.replace(/```[\s\S]*?```|`[^`]*`/g, '');
  const there = (path: string) => existsSync(join(dirname(readme), path));

  it('leads only to what is there', () => {
    for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path = '', id] = link.split('#');
      expect(there(path), link).toBe(true);
      if (id !== undefined) {
        expect(idsIn(readFileSync(join(dirname(readme), path), 'utf8')), link).toContain(id);
      }
    }
  });

  it('names only files that are there', () => {
    for (const [, path = ''] of text.matchAll(/`((?:src|tests)\/[\w./-]+\.\w+)`/g)) {
      expect(existsSync(path), path).toBe(true);
    }
  });
});

it('the front door is short, and leads to every other room', () => {
  const front = readFileSync('README.md', 'utf8');
  expect(front.split('\n').length).toBeLessThanOrEqual(151);
  for (const readme of READMES.slice(1)) expect(front).toContain(`(${readme})`);
});
