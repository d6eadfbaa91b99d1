import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { beside } from '../site/beside.ts';
import { ICONS } from '../site/icons.ts';
import type { Icons } from './draw-icon.ts';

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
          drawnNow().then((files) => {
            const svg = name.endsWith('.svg');
            response.setHeader('content-type', svg ? 'image/svg+xml' : 'image/png');
            response.end(files.get(name));
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const files = (await beside<Icons>('icons')) ?? (await drawnNow());
        for (const [name, file] of files) await writeFile(new URL(name, dir), file);
      },
    },
  };
}

const NAMES: ReadonlySet<string> = new Set([
  ...['favicon.svg', 'favicon.ico'],
  ...ICONS.map(({ name }) => name),
]);

async function drawnNow(): Promise<Icons> {
  const { drawnIcons } = await import('./draw-icon.ts');
  return drawnIcons();
}
