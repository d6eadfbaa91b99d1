import type { AstroIntegration } from 'astro';
import { writtenForms, writtenReading } from './written-site.ts';

/**
 * Writes what message cards say once they are copied, and what stands beside a country that was
 * remembered, into the scripts that say it: in each page they would be part of the first answer,
 * which is as full as it may be. Stands behind what checks content.
 */
export function scriptWords(): AstroIntegration {
  return {
    name: 'second-thoughts:script-words',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const { copied, stillToFill, refused } = writtenReading().message;
        const words = {
          CARD_WORDS: { copied, stillToFill, refused },
          COUNTRY_WORDS: writtenForms().country,
        };
        const define = Object.entries(words).flatMap(([group, texts]) =>
          Object.entries(texts).map(([name, text]) => [`${group}.${name}`, JSON.stringify(text)]),
        );
        updateConfig({ vite: { define: Object.fromEntries(define) } });
      },
    },
  };
}
