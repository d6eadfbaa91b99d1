import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { cutFonts } from './font-cuts.ts';

/** Lets style sheets load the cut fonts as `url('@fonts/text.woff2')` and so on. */
export function fonts(): AstroIntegration {
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
    },
  };
}
