import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { socialPicturePath } from '../../../src/site/social-picture.ts';
import { copySite } from '../../site-copy.ts';
import { FRONT_MATTER } from '../articles/example-article.ts';

const DAY_MS = 86_400_000;
/** Today and a day that is in the future even if midnight passes during the test. */
const [today, future] = [0, 2].map((days) =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10),
);

/** An article whose title, answer, text and id all hold `word`. */
const articleOf = (word: string, change: Readonly<Record<string, unknown>>) => {
  const words = { title: `On ${word}`, description: `Of ${word}.`, answer: `About ${word}.` };
  return `---\n${stringify({ ...FRONT_MATTER, ...words, ...change })}---\n\nText: ${word}.\n`;
};

describe('a build', { timeout: 120_000 }, () => {
  it('publishes what is dated today, and nothing of a draft or of the future', async () => {
    await using site = await copySite();
    await site.write('content/articles/quokka.mdx', articleOf('quokka', { published: today }));
    await site.write('content/articles/wombat.mdx', articleOf('wombat', { draft: true }));
    await site.write('content/articles/numbat.md', articleOf('numbat', { published: future }));
    const { code, output } = await site.build();
    expect({ code, output }).toMatchObject({ code: 0 });

    const built = [...(await site.built())];
    const filesWith = (word: string) =>
      built.flatMap(([path, text]) => (path.includes(word) || text.includes(word) ? [path] : []));
    expect(filesWith('wombat')).toEqual([]);
    expect(filesWith('numbat')).toEqual([]);
    expect(filesWith('quokka')).toEqual(
      expect.arrayContaining([
        '/articles/quokka/index.html',
        '/articles/index.html',
        '/topics/say-it/index.html',
        '/feed.xml',
        '/sitemap.xml',
        '/llms.txt',
      ]),
    );

    const pictureOf = (word: string) =>
      built.some(([path]) =>
        ['Say it', ''].some(
          (kicker) => path === socialPicturePath({ title: `On ${word}`, kicker }),
        ),
      );
    expect(['quokka', 'wombat', 'numbat'].filter(pictureOf)).toEqual(['quokka']);
  });
});
