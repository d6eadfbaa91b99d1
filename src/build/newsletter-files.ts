import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withFiguresWithin } from '../figures/name-figures.ts';
import { writtenFigures } from '../figures/written-figures.ts';
import { NEWSLETTER_FILE, writtenNewsletter } from '../newsletter/content.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { today } from '../site/today.ts';
import { cutFonts } from './font-cuts.ts';
import { writeChartPictures } from './letters/chart-pictures.ts';
import { writeLetters } from './letters/write-letters.ts';
import { writtenSite } from './written-site.ts';

/**
 * Writes down what the newsletter's mails say, its letters among them, so that a server says it in the
 * words and the name of the site that it serves. Of a site that has no newsletter it leaves the pages
 * out; what leads to them, the pages leave out themselves. Stands before what reads the built pages.
 *
 * @param address of the site, absolute
 */
export function newsletterFiles(address: string): AstroIntegration {
  let cache: URL;
  let source: string;
  return {
    name: 'second-thoughts:newsletter-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
        source = fileURLToPath(config.srcDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!hasNewsletter(process.env)) {
          await rm(new URL('newsletter/', dir), { recursive: true, force: true });
          return;
        }
        const said = withFiguresWithin(
          await writtenNewsletter(contentDirectory()),
          writtenFigures(),
        );
        const { out, toCome } = await writeLetters(fileURLToPath(dir), writtenSite(), said, {
          home: address,
          today: today(),
          warn: (sentence) => logger.warn(sentence),
        });
        const content = contentDirectory();
        await writeChartPictures([...out, ...toCome], {
          folder: fileURLToPath(dir),
          content,
          pen: async () => ({
            accent: writtenSite().accent.light,
            fonts: await cutFonts(
              { content, source, cache: fileURLToPath(new URL('fonts/', cache)) },
              'sfnt',
            ),
            faces: fileURLToPath(new URL('faces/', cache)),
          }),
        });
        const { best } = said.mails.welcome.letters;
        const named = best.flatMap((id) => out.find((letter) => letter.id === id) ?? []);
        const welcome = named.map(({ subject, address: url }) => ({ subject, url }));
        await writeFile(new URL(NEWSLETTER_FILE, dir), JSON.stringify({ ...said, welcome }));
      },
    },
  };
}
