import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../site/content-directory.ts';
import { cutFonts, FONT_PACKAGES } from './font-cuts.ts';
import { writeFontLicenses } from './font-licenses.ts';

/** One hash of what all `files` hold. */
async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('base64url').slice(0, 8);
}

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
        const names = Object.values(files).map((file) => basename(file));
        const hash = await hashOf(Object.values(files));
        updateConfig({
          vite: {
            resolve: { alias },
            plugins: [
              {
                name: 'second-thoughts:font-names',
                // All under one hash, which every page then holds once.
                outputOptions: ({ assetFileNames = '', ...options }) => ({
                  ...options,
                  assetFileNames: (asset) => {
                    if (asset.names.some((name) => names.includes(name))) {
                      return `${config.build.assets}/[name].${hash}[extname]`;
                    }
                    return typeof assetFileNames === 'string'
                      ? assetFileNames
                      : assetFileNames(asset);
                  },
                }),
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) =>
        writeFontLicenses(FONT_PACKAGES, fileURLToPath(new URL(`${assets}/`, dir))),
    },
  };
}
