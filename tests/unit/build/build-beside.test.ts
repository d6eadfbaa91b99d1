import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { copySite } from '../../site-copy.ts';

describe('a build', { timeout: 120_000 }, () => {
  it('that fails leaves the site of before whole, and nothing beside it', async () => {
    await using site = await copySite();
    await site.write('dist/index.html', 'online');
    await site.write('.dist-next-4194305/index.html', 'of a build that was killed');
    // Found when the pages are written, as late as a mistake can be.
    await site.write('src/pages/late.astro', '---\nthrow new Error("A mistake.");\n---\n');
    const { code, output } = await site.build();
    expect(output).toContain('A mistake.');
    expect(code).toBe(1);
    expect([...(await site.built())]).toEqual([['/index.html', 'online']]);
    expect(readdirSync(site.root).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});
