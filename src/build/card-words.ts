import type { AstroIntegration } from 'astro';
import { writtenReading } from './written-site.ts';

/**
 * Writes what message cards say once they are copied into the script that copies: in each page that
 * has cards it would be part of the first answer, which is as full as it may be. Stands behind what
 * checks content.
 */
export function cardWords(): AstroIntegration {
  return {
    name: 'second-thoughts:card-words',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const { copied, stillToFill, refused } = writtenReading().message;
        const words = Object.entries({ copied, stillToFill, refused });
        const define = words.map(([name, text]) => [`CARD_WORDS.${name}`, JSON.stringify(text)]);
        updateConfig({ vite: { define: Object.fromEntries(define) } });
      },
    },
  };
}
