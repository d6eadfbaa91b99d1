import { copyFileSync, linkSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { type SocialPicture, socialPicturePath } from '../site/social-picture.ts';
import type { WordmarkRun } from '../site/wordmark.ts';
import { builtPages } from './built-pages.ts';
import { cutFonts } from './font-cuts.ts';
import { isInOwnCuts, isWordmarkInOwnCuts, wordsOf } from './own-cuts.ts';
import { missingLetters, packagesFor } from './social-fonts.ts';
import { writtenSite } from './written-site.ts';

/**
 * Draws the picture that each built page names in `og:image`, once: a picture's name is made from
 * its words, and drawn pictures wait in Astro's cache folder for the next build.
 */
export function socialPictures(): AstroIntegration {
  let cache: URL;
  let source: string;
  return {
    name: 'second-thoughts:social-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = new URL('og/', config.cacheDir);
        source = fileURLToPath(config.srcDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const wanted = new Map<string, SocialPicture>();
        const { wordmark, accent } = writtenSite();
        const identity = { wordmark, accent: accent.light };
        for (const { html } of builtPages(fileURLToPath(dir))) {
          if (!html.includes('property="og:image"')) continue;
          const picture = pictureOf(html);
          wanted.set(socialPicturePath(picture, identity), picture);
        }
        await mkdir(cache, { recursive: true });
        await mkdir(new URL('og/', dir), { recursive: true });
        const drawn = new Set(readdirSync(cache));
        const nameless = isNameless(wordmark);
        if (nameless) logger.warn(nameLeftOut(wordsOf(wordmark)));
        const missing = [];
        for (const [path, picture] of wanted) {
          const name = path.replace('/og/', '');
          const without = wordsLeftOut(picture);
          for (const words of without) logger.warn(leftOut(words));
          if (!drawn.has(name) || without.length > 0 || nameless) missing.push({ name, picture });
        }
        if (missing.length > 0) {
          logger.info(`drawing ${missing.length} pictures`);
          const { drawSocialPicture } = await import('./draw-social-picture.ts');
          const faces = fileURLToPath(new URL('../faces/', cache));
          const files = await cutFonts(
            {
              content: contentDirectory(),
              source,
              cache: fileURLToPath(new URL('../fonts/', cache)),
            },
            'sfnt',
          );
          await inParallel(missing, async ({ name, picture }) => {
            const png = await drawSocialPicture(picture, identity, files, faces);
            await writeFile(new URL(name, cache), png);
          });
        }
        for (const path of wanted.keys()) {
          const name = path.replace('/og/', '');
          place(new URL(name, cache), new URL(`og/${name}`, dir));
        }
      },
    },
  };
}

/** The words of a picture that no face has all letters of. */
function wordsLeftOut({ title, kicker }: SocialPicture): string[] {
  return [title, kicker].filter((words) => !isInOwnCuts(words) && missingLetters(words) !== '');
}

/** Whether no face has all letters of the site's name. */
function isNameless(wordmark: readonly WordmarkRun[]): boolean {
  return !isWordmarkInOwnCuts(wordmark) && missingLetters(wordsOf(wordmark)) !== '';
}

function nameLeftOut(name: string): string {
  return `The pictures that stand for pages where their links are shared show no name: ${why(name)}`;
}

function leftOut(words: string): string {
  return `The picture that stands for ${JSON.stringify(words)} where its link is shared shows no title: ${why(words)}`;
}

function why(words: string): string {
  const letters = missingLetters(words);
  const packages = packagesFor(letters);
  const help =
    packages.length > 0
      ? `Install one and build again: npm install --save-dev ${packages.join(' ')}`
      : 'Words of several scripts need one face that has all of them. For another face, see src/build/social-fonts.ts.';
  return `no face has all of its letters. None here: ${[...letters].slice(0, 10).join(' ')}. ${help}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
  '&#38;': '&',
};

/** Puts a drawn picture into the site: as a link, which costs nothing, or as a copy elsewhere. */
function place(from: URL, to: URL): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** The words for a page's picture, as its head states them. */
function pictureOf(html: string): SocialPicture {
  const content = (property: string) => {
    const match = html.match(new RegExp(`<meta property="${property}" content="([^"]*)"`));
    return (match?.[1] ?? '').replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity);
  };
  return { title: content('og:title'), kicker: content('article:section') };
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
