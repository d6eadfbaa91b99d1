import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { cutFonts, FONT_PACKAGES } from './font-cuts.ts';
import { writeFontLicenses } from './font-licenses.ts';

/**
 * Lets style sheets load the cut fonts as `url('@fonts/text.woff2')` and so on, and puts the fonts'
 * licenses beside them.
 */
export function fonts(): AstroIntegration {
  let assets = '_astro';
  return {
    name: 'second-thoughts:fonts',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        const files = await cutFonts({
          content: contentDirectory(),
          source: fileURLToPath(config.srcDir),
          cache: fileURLToPath(new URL('fonts/', config.cacheDir)),
        });
        const alias = Object.entries(files).map(([name, file]) => ({
          find: `@fonts/${name}.woff2`,
          replacement: file,
        }));
        updateConfig({ vite: { resolve: { alias } } });
      },
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) =>
        writeFontLicenses(FONT_PACKAGES, fileURLToPath(new URL(`${assets}/`, dir))),
    },
  };
}
