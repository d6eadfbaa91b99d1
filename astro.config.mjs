import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { checkContent } from './src/build/checked-content.ts';
import { deadEnds } from './src/build/dead-ends.ts';
import { fonts } from './src/build/fonts.ts';
import { icons } from './src/build/icons.ts';
import { lawRules } from './src/build/law-rules.ts';
import { markdownPlugins } from './src/build/markdown.ts';
import { newsletterFiles } from './src/build/newsletter-files.ts';
import { publishingNotes } from './src/build/publishing-notes.ts';
import { redirects } from './src/build/redirects.ts';
import { scriptWords } from './src/build/script-words.ts';
import { securityHeaders } from './src/build/security-headers.ts';
import { socialPictures } from './src/build/social-pictures.ts';
import { swappedBuild } from './src/build/swapped-build.ts';
import { writtenReading } from './src/build/written-site.ts';
import { writtenFigures } from './src/figures/written-figures.ts';
import { parseSiteUrl } from './src/site/site-url.ts';

const { origin, base } = parseSiteUrl(
  process.env.SITE_URL,
  `http://localhost:${process.env.PORT || 4321}/`,
);

/** Astro has it optimized for each build, though nobody sees it. */
const withoutToolbar = {
  name: 'second-thoughts:without-toolbar',
  configResolved: ({ environments }) => {
    environments.client.optimizeDeps.include = [];
  },
};

/** What a script imports later is a file or two: links that name them ahead cost more than they save. */
const withoutPreloads = {
  name: 'second-thoughts:without-preloads',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : {}),
  // What would make them is a file that every script waits for which imports one later.
  configResolved: ({ plugins }) => {
    const at = plugins.findIndex(({ name }) => name === 'native:import-analysis-build');
    if (at >= 0) plugins.splice(at, 1);
  },
};

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Several pages at once, as most of a page's time is spent on waiting for the disk.
  build: { inlineStylesheets: 'always', concurrency: 4 },
  // The width of an article's column on phones and wide screens, at one and two pixels a point.
  image: {
    service: { entrypoint: './src/build/image-service.ts' },
    layout: 'constrained',
    breakpoints: [360, 640, 960, 1280],
  },
  markdown: {
    processor: satteri({
      hastPlugins: markdownPlugins(base, () => writtenReading().article, writtenFigures),
      features: { rawHtml: true },
    }),
    syntaxHighlight: false,
  },
  integrations: [
    checkContent(),
    scriptWords(),
    mdx(),
    lawRules(),
    deadEnds(),
    fonts(),
    newsletterFiles(origin + base),
    redirects(),
    icons(),
    socialPictures(),
    securityHeaders(),
    swappedBuild(),
    publishingNotes(origin + base),
  ],
  vite: {
    plugins: [tailwindcss(), withoutPreloads, withoutToolbar],
    build: {
      // Astro marks MDX modules with a directive of its own, which the bundler would warn about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
      // What nearly every page runs is loaded once, and not with each page again. What makes a tool
      // work is a file that an article can borrow.
      assetsInlineLimit: (file) => (/\/(PageScript|Tool)\./.test(file) ? false : undefined),
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Short, as each page that loads one names it.
              entryFileNames: ({ name }) => `_astro/${name.split('.')[0]}.[hash].js`,
              // Each script that imports one names it, and what tells them apart is the hash.
              chunkFileNames: '_astro/[hash].js',
            },
          },
        },
      },
    },
  },
});
