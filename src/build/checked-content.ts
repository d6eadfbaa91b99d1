import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { beside, CONTENT_CHECK, type ContentCheck, contentError } from '../site/beside.ts';
import { contentDirectory } from '../site/content-directory.ts';
import { mistakeLine } from '../site/content-error.ts';
import { letterName } from '../site/dead-ends.ts';
import { pagesBegin, startBesideBuild } from './beside-build.ts';

/**
 * Stops a build before it makes a page where content has mistakes, and lists them all; until then
 * content is checked beside it, and the site's own code is bundled. A writer who watches the site is
 * told of them at its start, and of those in a file whenever it is saved.
 */
export function checkContent(): AstroIntegration {
  return {
    name: 'second-thoughts:content',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const content = contentDirectory();
        const { mistakesIn } = await import('./content/check-content.ts');
        const tell = async (isAsked: (file: string) => boolean) => {
          const { stopping, leftOut } = await mistakesIn(content, server.config.publicDir);
          for (const mistake of [...stopping, ...leftOut]) {
            if (isAsked(mistake.file)) logger.warn(mistakeLine(mistake));
          }
        };
        server.watcher.on('change', (path) => {
          const file = `content/${relative(content, path).replaceAll('\\', '/')}`;
          if (!file.startsWith('content/..')) void tell((one) => one === file);
        });
        await tell(() => true);
      },
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        const publicDirectory = fileURLToPath(config.publicDir);
        startBesideBuild({ content: contentDirectory(), publicDirectory });
        updateConfig({ vite: { plugins: untilChecked((line) => logger.warn(line)) } });
      },
    },
  };
}

type Plugins = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>;

/** Waits for the check of content before it gives the bundler a text, and before any page is made. */
function untilChecked(warn: (line: string) => void): Plugins {
  return [
    {
      name: 'second-thoughts:until-checked',
      enforce: 'pre',
      load: {
        filter: { id: /\.mdx$/ },
        // The bundler would tell of a mistake in its own way, and of one alone.
        handler: async () => ((await contentError()) ? 'export {}' : undefined),
      },
      buildApp: {
        order: 'post',
        handler: async () => {
          const { leftOut = [] } = (await beside<ContentCheck>(CONTENT_CHECK)) ?? {};
          for (const mistake of leftOut)
            warn(
              `${mistakeLine(mistake)} Readers do not see this ${leftOutName(mistake.file)}, so the build goes on.`,
            );
          const error = await contentError();
          if (error) throw error;
          pagesBegin();
        },
      },
    },
  ];
}

const leftOutName = (file: string) => (letterName(file) ? 'letter' : 'article');
