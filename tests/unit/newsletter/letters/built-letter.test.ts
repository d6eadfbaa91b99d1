import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BuiltLetter,
  LETTERS_FILE,
  lettersToComeFile,
  loadBuiltLetters,
} from '../../../../src/newsletter/letters/built-letter.ts';

const letter: BuiltLetter = {
  id: 'the-hour-after',
  subject: 'The hour after',
  preview: 'What to do first',
  date: '2026-12-01',
  draft: false,
  address: 'https://example.com/newsletter/letters/the-hour-after/',
  html: '<!doctype html>',
  text: 'The hour after',
};

describe('the letters of a build', () => {
  let root: string;
  let folder: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'letters-'));
    folder = join(root, 'dist');
    await mkdir(folder);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('are what it wrote', async () => {
    await writeFile(join(folder, LETTERS_FILE), JSON.stringify([letter]));
    expect(await loadBuiltLetters(folder)).toEqual([letter]);
  });

  it('are those to come too, which stand beside the site', async () => {
    const draft = { ...letter, id: 'not-yet', date: '2099-01-06', draft: true };
    await writeFile(join(folder, LETTERS_FILE), JSON.stringify([letter]));
    await writeFile(await lettersToComeFile(folder), JSON.stringify([draft]));
    expect(await readdir(folder)).toEqual([LETTERS_FILE]);
    expect(await loadBuiltLetters(folder)).toEqual([draft, letter]);
  });

  it('are asked of a build where there is none', async () => {
    await expect(loadBuiltLetters(folder)).rejects.toThrow(/is not there.* npm run build/);
  });

  it.each([['{'], ['{}'], [JSON.stringify([{ ...letter, html: 1 }])]])(
    'are built again where the file holds %s',
    async (text) => {
      await writeFile(join(folder, LETTERS_FILE), text);
      await expect(loadBuiltLetters(folder)).rejects.toThrow(/Run npm run build again/);
    },
  );
});
