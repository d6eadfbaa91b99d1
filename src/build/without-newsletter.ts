import { rm } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { hasNewsletter } from '../site/has-newsletter.ts';

/**
 * Leaves the newsletter's pages out of a site that has none. Stands before what reads the built pages;
 * what leads to them, the pages leave out themselves.
 */
export function withoutNewsletter(): AstroIntegration {
  return {
    name: 'second-thoughts:without-newsletter',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (hasNewsletter(process.env)) return;
        await rm(new URL('newsletter/', dir), { recursive: true, force: true });
      },
    },
  };
}
