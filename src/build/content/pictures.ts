import { attributeOf, isElement, nameOf, nodesOf } from '../../articles/text-tree.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import type { WrittenText } from './written-text.ts';

/**
 * Pictures of a text that its page could not show. `isThere` tells whether there is a file, by its
 * path from the project (`public/x.png`) or, with a `.` in front, from the text's own folder.
 */
export function pictureMistakes(
  { file, tree, seen }: WrittenText,
  isThere: (path: string) => boolean,
): ContentMistake[] {
  const pictures = nodesOf(tree)
    .filter(isElement)
    .filter((node) => nameOf(node) === 'img');
  const sources = new Set(pictures.flatMap((picture) => attributeOf(picture, 'src') ?? []));
  return [...sources].flatMap((source) => {
    const sentence = whyNot(source, isTag(source, seen), isThere);
    if (!sentence) return [];
    // Markdown escapes in the tree what it does not in the text, such as a space.
    const index = [source, decoded(source) ?? source]
      .map((one) => seen.indexOf(one))
      .find((one) => one >= 0);
    const line = index === undefined ? undefined : seen.slice(0, index).split('\n').length;
    return [{ file, line, sentence }];
  });
}

function whyNot(
  source: string,
  tag: boolean,
  isThere: (path: string) => boolean,
): string | undefined {
  const found = `Found: ${JSON.stringify(source.slice(0, 80))}.`;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) {
    return `a picture is somewhere else, and the security policy blocks it. ${found} Save it beside the article, and write ![What it shows](./picture.png).`;
  }
  const path = decoded(source);
  if (path === undefined || /[?#%]/.test(path)) {
    return `a picture has a name that can't be an address. ${found} Rename it with letters, digits and hyphens.`;
  }
  if (path.startsWith('/')) {
    return isThere(`public${path}`) ? undefined : `there is no such picture in public/. ${found}`;
  }
  if (!isThere(`./${path.replace(/^\.\//, '')}`))
    return `there is no such picture beside this file. ${found}`;
  return tag
    ? `a picture beside an article can't be shown by <img>. ${found} Write ![What it shows](${source}).`
    : undefined;
}

/** Whether a picture was written as a tag, and not in Markdown. */
function isTag(source: string, seen: string): boolean {
  return [...seen.matchAll(/<img\b[^>]*/gi)].some(([tag]) => tag.includes(source));
}

function decoded(address: string): string | undefined {
  try {
    return decodeURI(address);
  } catch {
    return undefined;
  }
}
