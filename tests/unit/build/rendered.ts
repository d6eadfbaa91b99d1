import { markdownToHtml, mdxToJs } from 'satteri';
import { markdownPlugins } from '../../../src/build/markdown.ts';
import { writtenReading } from '../../../src/build/written-site.ts';
import { writtenFigures } from '../../../src/figures/written-figures.ts';

const words = () => writtenReading().article;

/** The HTML of a text in Markdown, as a site below `base` shows it. */
export async function htmlOfMarkdown(source: string, base = '/'): Promise<string> {
  const options = {
    hastPlugins: markdownPlugins(base, words, writtenFigures),
    features: { rawHtml: true },
  };
  return (await markdownToHtml(source, options)).html;
}

/** The module that a text in MDX becomes, likewise. */
export async function jsOfMdx(source: string, base = '/'): Promise<string> {
  const { code } = await mdxToJs(source, {
    hastPlugins: markdownPlugins(base, words, writtenFigures),
    elementAttributeNameCase: 'html',
  });
  return code;
}
