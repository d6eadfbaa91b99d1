import { attributeOf, isElement, nameOf, nodesOf } from '../../articles/text-tree.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import { articleId, articlePath, isDeadEnd, letterName, letterPath } from '../../site/dead-ends.ts';
import type { ContentFile } from './content-file.ts';
import type { WrittenText } from './written-text.ts';

/** A site that was built: what its pages are, below the base and with a `/` in front. */
export interface Built {
  /** The HTML of a page, the empty text for another file, `undefined` where there is neither. */
  readonly at: (path: string) => string | undefined;
  /** The paths of articles and topics that show; links to others are told elsewhere. */
  readonly open: ReadonlySet<string>;
}

/** The path of the page that shows the text of `file`. */
function pathOf(file: string): string {
  const letter = letterName(file);
  if (letter) return letterPath(letter.id);
  const id = articleId(file);
  return id === undefined
    ? `/${file.replace(/^content\/pages\//, '').replace(/\.mdx?$/, '')}/`
    : articlePath(id);
}

/** The links of a text that lead to nothing on the site, or to a part that a page does not have. */
export function linkMistakes(
  { file, tree, seen }: WrittenText,
  { at, open }: Built,
): ContentMistake[] {
  const links = nodesOf(tree)
    .filter(isElement)
    .filter((one) => /^a(?:rea)?$/.test(nameOf(one)));
  const targets = new Set(links.flatMap((link) => attributeOf(link, 'href') ?? []));
  return [...targets].flatMap((target) => {
    const sentence = whyNot(target, pathOf(file), at, open);
    if (!sentence) return [];
    const index = [target, decoded(target)]
      .map((one) => seen.search(address(one)))
      .find((one) => one >= 0);
    const line = index === undefined ? undefined : seen.slice(0, index).split('\n').length;
    return [{ file, line, sentence }];
  });
}

/** The paths in a YAML file, such as those of the footer, that lead to nothing on the site. */
export function pathMistakes({ file, text }: ContentFile, { at, open }: Built): ContentMistake[] {
  return text.split('\n').flatMap((line, index) => {
    const [code = ''] = line.split(/(?:^|\s)#/);
    const paths = [...code.matchAll(/\b(?:path|page):\s*["']?(\/[^\s"',}]*)/g)];
    return paths.flatMap(([, path = '']) => {
      const sentence = whyNot(path, '/', at, open);
      return sentence ? [{ file, line: index + 1, sentence }] : [];
    });
  });
}

/** Where an address stands as a whole, and not as the beginning of another. */
function address(target: string): RegExp {
  const plain = target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<=[("'<:\\s])${plain}(?=[)"'>\\s])`);
}

function whyNot(
  target: string,
  from: string,
  at: Built['at'],
  open: ReadonlySet<string>,
): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined;
  // Footnotes, which Markdown links both ways.
  if (target.startsWith('#user-content-')) return undefined;
  const { pathname, hash } = new URL(target, `http://site.invalid${from}`);
  if (isDeadEnd(pathname, open)) {
    // The page shows it as a link only where it is written from the root, so only that is told there.
    return target.startsWith('/') ? undefined : `leads to ${target}, which is not there.`;
  }
  const path = decoded(pathname);
  const [, name] = /([^/]+)\.mdx?$/.exec(path) ?? [];
  if (name)
    return `leads to ${target}, a file of content/ that no reader gets. Write its address, such as ${articlePath(name)}.`;
  const page = at(path);
  if (page === undefined) return `leads to ${target}, which is not there.`;
  const id = decoded(hash.slice(1));
  // The tools and browsers give a meaning of their own to fragments with other signs.
  if (!id || page === '' || /[?=:]/.test(id) || ids(page).has(id)) return undefined;
  const moved = [...ids(page)].find((one) => one === `${id}-section`);
  return `leads to ${target}, but nothing on that page is called "${id}".${moved ? ` Its heading is at #${moved}.` : ''}`;
}

function ids(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
