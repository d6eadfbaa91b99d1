import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { besideDone } from './beside-build.ts';
import { buildFolder, clearUp, realFolder, swapIn } from './swap.ts';

/**
 * Builds beside the site that is online and swaps the two at the end, so that a mistake, or a build
 * that is killed, leaves the old site whole. Stands last: what other integrations write is in it.
 */
export function swappedBuild(): AstroIntegration {
  let folder = '';
  let next = '';
  return {
    name: 'second-thoughts:swapped-build',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        folder = realFolder(fileURLToPath(config.outDir).replace(/[/\\]$/, ''));
        next = buildFolder(folder, process.pid);
        clearUp(folder, Date.now());
        updateConfig({ outDir: pathToFileURL(`${next}/`) });
        process.once('exit', () => rmSync(next, { recursive: true, force: true }));
      },
      'astro:build:done': async ({ dir, logger }) => {
        await besideDone();
        // A build with a server of Astro's own puts its pages elsewhere, and is not ours to move.
        if (fileURLToPath(dir) !== `${next}/`) return;
        swapIn(next, folder, process.pid);
        logger.info(`the new site is at ${folder}`);
      },
    },
  };
}
