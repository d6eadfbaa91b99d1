import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { ICONS } from '../site/icons.ts';
import { writtenSite } from './written-site.ts';

/** Draws the site's icons: into the built site, and for whoever asks `npm run dev` for one. */
export function icons(): AstroIntegration {
  let base = '/';
  return {
    name: 'second-thoughts:icons',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const name = pathname.startsWith(base) ? pathname.slice(base.length) : '';
          if (!NAMES.has(name)) return next();
          drawn().then((files) => {
            const svg = name.endsWith('.svg');
            response.setHeader('content-type', svg ? 'image/svg+xml' : 'image/png');
            response.end(files.get(name));
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, file] of await drawn()) await writeFile(new URL(name, dir), file);
      },
    },
  };
}

const NAMES: ReadonlySet<string> = new Set([
  ...['favicon.svg', 'favicon.ico'],
  ...ICONS.map(({ name }) => name),
]);

/** All icons by file name. */
async function drawn(): Promise<ReadonlyMap<string, string | Buffer>> {
  const { accent, icon: letter } = writtenSite();
  const { iconsWith } = await import('./draw-icon.ts');
  const { svg, png, ico } = await iconsWith({ letter, accent: accent.light });
  const pixels = ICONS.map(
    async ({ name, size, rounded }) => [name, await png(size, rounded)] as const,
  );
  return new Map<string, string | Buffer>([
    ['favicon.svg', svg],
    ['favicon.ico', await ico()],
    ...(await Promise.all(pixels)),
  ]);
}
