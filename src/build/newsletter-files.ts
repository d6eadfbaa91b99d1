import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { today } from '../site/today.ts';
import { askBeside } from './beside-build.ts';

/**
 * Writes down what the newsletter's mails say, its letters among them, so that a server says it in the
 * words and the name of the site that it serves, while other integrations go on. Of a site that has no
 * newsletter it leaves the pages out; what leads to them, the pages leave out themselves. Stands before
 * what reads the built pages.
 *
 * @param home address of the site, absolute
 */
export function newsletterFiles(home: string): AstroIntegration {
  let cache = '';
  let source = '';
  return {
    name: 'second-thoughts:newsletter-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(config.cacheDir);
        source = fileURLToPath(config.srcDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!hasNewsletter(process.env)) {
          await rm(new URL('newsletter/', dir), { recursive: true, force: true });
          return;
        }
        const folder = fileURLToPath(dir);
        const content = contentDirectory();
        const place = { folder, content, source, cache, home, today: today() };
        askBeside('mails', place, (warnings) => {
          for (const sentence of warnings) logger.warn(sentence);
        });
      },
    },
  };
}
