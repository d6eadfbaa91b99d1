import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { draftsIn, mistakesOf } from '../articles/drafts.ts';
import { contentDirectory } from '../site/content-directory.ts';

/** Says which drafts a build leaves out, and what is wrong with them, which stops no build. */
export function drafts(): AstroIntegration {
  return {
    name: 'second-thoughts:drafts',
    hooks: {
      'astro:build:start': ({ logger }) => {
        for (const draft of draftsIn(join(contentDirectory(), 'articles'))) {
          logger.info(`content/articles/${draft.name} is a draft and left out`);
          for (const mistake of mistakesOf(draft)) logger.warn(mistake);
        }
      },
    },
  };
}
