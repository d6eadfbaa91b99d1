import { rm, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { withFiguresWithin } from '../figures/name-figures.ts';
import { writtenFigures } from '../figures/written-figures.ts';
import { NEWSLETTER_FILE, writtenNewsletter } from '../newsletter/content.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';

/**
 * Writes down what the newsletter's mails say, so that a server says it in the words and the name of
 * the site that it serves. Of a site that has no newsletter it leaves the pages out; what leads to
 * them, the pages leave out themselves. Stands before what reads the built pages.
 */
export function newsletterFiles(): AstroIntegration {
  return {
    name: 'second-thoughts:newsletter-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (hasNewsletter(process.env)) {
          const said = await writtenNewsletter(contentDirectory());
          await writeFile(
            new URL(NEWSLETTER_FILE, dir),
            JSON.stringify(withFiguresWithin(said, writtenFigures())),
          );
        } else {
          await rm(new URL('newsletter/', dir), { recursive: true, force: true });
        }
      },
    },
  };
}
