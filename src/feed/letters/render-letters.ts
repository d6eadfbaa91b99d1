import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Letter } from '../../newsletter/letters/letters.ts';
import { withoutDeadEnds } from '../../site/dead-ends.ts';
import { loadOpenPaths, loadSources } from '../../site/load.ts';
import { absolute } from '../../site/urls.ts';
import { absoluteLinks } from '../absolute-links.ts';
import { citingSources } from './citing-sources.ts';
import PlainLetter from './PlainLetter.astro';

/** The texts of `letters` as HTML that mail programs and feed readers show, with whole addresses. */
export async function renderLetters(
  letters: readonly Letter[],
): Promise<{ readonly letter: Letter; readonly html: string }[]> {
  const [open, sources] = await Promise.all([loadOpenPaths(), loadSources()]);
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  return Promise.all(
    letters.map(async (letter) => {
      const html = await container.renderToString(PlainLetter, { props: { letter, sources } });
      const cited = citingSources(html, (id) => sources.get(id)?.url);
      const shown = withoutDeadEnds(cited, open, import.meta.env.BASE_URL);
      return { letter, html: absoluteLinks(shown, absolute(letter.path)) };
    }),
  );
}
