import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeLetters } from '../../../../src/build/letters/write-letters.ts';
import { writtenSite } from '../../../../src/build/written-site.ts';
import { writtenNewsletter } from '../../../../src/newsletter/content.ts';
import { LETTERS_FILE, loadBuiltLetters } from '../../../../src/newsletter/letters/built-letter.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'letters-'));
});
afterEach(() => rm(root, { recursive: true }));

it('puts only letters that are out into the folder that is published', async () => {
  const folder = join(root, 'dist');
  await mkdir(folder);
  const rendered = [
    { id: 'out', date: '2026-11-24', draft: false },
    { id: 'draft', date: '2026-11-17', draft: true },
    { id: 'to-come', date: '2026-12-01', draft: false },
  ].map((letter) => ({
    ...{ subject: 'S', preview: 'P', html: `<p>Words of ${letter.id}.</p>` },
    address: `https://example.com/newsletter/letters/${letter.id}/`,
    ...letter,
  }));
  await writeFile(join(folder, LETTERS_FILE), JSON.stringify(rendered));
  const { out, toCome } = await writeLetters(
    folder,
    writtenSite(),
    await writtenNewsletter('content'),
    {
      home: 'https://example.com/',
      today: '2026-11-27',
      warn: (sentence) => expect.fail(sentence),
    },
  );
  expect(out.map(({ id }) => id)).toEqual(['out']);
  expect(toCome.map(({ id }) => id).sort()).toEqual(['draft', 'to-come']);
  const published = await readFile(join(folder, LETTERS_FILE), 'utf8');
  expect(published).toContain('Words of out.');
  expect(published).not.toMatch(/Words of (draft|to-come)/);
  // From the command line all of them can be looked at and tried.
  expect((await loadBuiltLetters(folder)).map(({ id }) => id)).toEqual(['to-come', 'out', 'draft']);
});
