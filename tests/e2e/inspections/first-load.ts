import type { Page } from '@playwright/test';
import { rawRequest } from '../raw-request.ts';

/** Bytes: of scripts as they stand in the page, and of the files of scripts as the server sends them. */
const MOST = { inlineScripts: 2_048, scriptFiles: 8_192, articleScriptFiles: 2_048 };

/**
 * What the open page waits for, and scripts that are too large. The page must have come just now, for
 * it may load more when it is used. Scripts of an article are held to less, as they are one file: the
 * newsletter's, which is not in the page itself, since the form works before it comes.
 */
export async function firstLoad(page: Page, isArticle: boolean): Promise<string[]> {
  const { inline, files, waitedFor } = await page.evaluate(() => {
    const code = [...document.scripts].filter(({ type }) => !/json/.test(type));
    const ahead = document.querySelectorAll<HTMLLinkElement>(
      'link[rel~=stylesheet], link[rel*=preload]',
    );
    const blocking = performance
      .getEntriesByType('resource')
      .filter(
        (entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking',
      );
    return {
      inline: code.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0),
      files: code.filter(({ src }) => src).map(({ src }) => src),
      waitedFor: [
        ...[...ahead].map(({ rel, href }) => `loads ahead, as ${rel}: ${href}`),
        ...blocking.map(({ name }) => `waits for ${name}`),
      ],
    };
  });
  const responses = files.map((file) => rawRequest(file, { headers: { 'accept-encoding': 'br' } }));
  const bytes = (await Promise.all(responses)).reduce((sum, { body }) => sum + body.length, 0);
  const most = isArticle ? MOST.articleScriptFiles : MOST.scriptFiles;
  return [
    ...waitedFor,
    ...(inline > MOST.inlineScripts
      ? [`scripts in the page: ${inline} bytes, at most ${MOST.inlineScripts}`]
      : []),
    ...(bytes > most ? [`files of scripts: ${bytes} bytes, at most ${most}`] : []),
    ...(isArticle && files.length !== 1 ? [`files of scripts: ${files.length}, not 1`] : []),
  ];
}
