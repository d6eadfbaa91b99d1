import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cutFonts } from '../../../src/build/font-cuts.ts';

/** What all fonts of a page may weigh together, in bytes. */
const BUDGET = 45_000;

describe('cutFonts', () => {
  it('cuts four fonts for browsers within the budget, once', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'second-thoughts-fonts-'));
    onTestFinished(() => rm(cache, { recursive: true, force: true }));
    const places = { content: 'content', source: 'src', cache };
    const files = await cutFonts(places);
    expect(Object.keys(files)).toEqual(['text', 'headline', 'italic', 'label']);
    const cuts = await Promise.all(Object.values(files).map((file) => readFile(file)));
    for (const cut of cuts) expect(cut.subarray(0, 4).toString('latin1')).toBe('wOF2');
    const weight = cuts.reduce((sum, cut) => sum + cut.length, 0);
    expect(weight).toBeLessThanOrEqual(BUDGET);

    await writeFile(files.text, 'kept');
    expect(await cutFonts(places)).toEqual(files);
    expect(await readFile(files.text, 'utf8')).toBe('kept');
  }, 60_000);
});
