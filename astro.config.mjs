import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { fonts } from './src/build/fonts.ts';
import { citations, linksBelow } from './src/build/markdown.ts';
import { securityHeaders } from './src/build/security-headers.ts';
import { parseSiteUrl } from './src/build/site-url.ts';
import { socialPictures } from './src/build/social-pictures.ts';

const { origin, base } = parseSiteUrl(
  process.env.SITE_URL,
  `http://localhost:${process.env.PORT || 4321}/`,
);

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'always' },
  // Wide enough for the article's column at twice the pixels; AVIF is set by the image service.
  image: {
    service: { entrypoint: './src/build/image-service.ts' },
    layout: 'constrained',
    breakpoints: [400, 720, 1080, 1440],
  },
  markdown: {
    processor: satteri({ hastPlugins: [citations, linksBelow(base)] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), fonts(), socialPictures(), securityHeaders()],
  vite: {
    plugins: [tailwindcss()],
    // Astro marks MDX modules with a directive of its own, which the bundler would warn about.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
