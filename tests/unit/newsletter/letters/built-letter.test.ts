import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type BuiltLetter,
  LETTERS_FILE,
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
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'letters-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are what it wrote', async () => {
    await writeFile(join(folder, LETTERS_FILE), JSON.stringify([letter]));
    expect(await loadBuiltLetters(folder)).toEqual([letter]);
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
