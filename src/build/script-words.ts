import type { AstroIntegration } from 'astro';
import { contentError } from '../site/beside.ts';
import { writtenForms, writtenReading } from './written-site.ts';

/**
 * Writes what message cards say once they are copied, and what stands beside a country that was
 * remembered, into the scripts that say it: in each page they would be part of the first answer,
 * which is as full as it may be. Stands behind what checks content, which tells what is wrong with these words.
 */
export function scriptWords(): AstroIntegration {
  return {
    name: 'second-thoughts:script-words',
    hooks: {
      'astro:config:setup': async ({ updateConfig }) => {
        const words = await writtenWords().catch(async (error) => {
          throw (await contentError()) ?? error;
        });
        const define = Object.entries(words).flatMap(([group, texts]) =>
          Object.entries(texts).map(([name, text]) => [`${group}.${name}`, JSON.stringify(text)]),
        );
        updateConfig({ vite: { define: Object.fromEntries(define) } });
      },
    },
  };
}

async function writtenWords() {
  const { copied, stillToFill, refused } = writtenReading().message;
  return {
    CARD_WORDS: { copied, stillToFill, refused },
    COUNTRY_WORDS: writtenForms().country,
  };
}
