import { isVerbatim, nodesOf } from '../../articles/text-tree.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import type { WrittenText } from './written-text.ts';

/** Signs that mean something to a writer, and that readers would see as they are typed. */
interface Leftover {
  readonly signs: RegExp;
  readonly files: RegExp;
  /** Whether it is a comment, which is looked for among all that is written. */
  readonly isComment?: true;
  readonly sentence: (found: string) => string;
}

const ALL = /\.mdx?$/;

const LEFTOVERS: readonly Leftover[] = [
  {
    signs: /\{\/\*/g,
    files: /\.md$/,
    isComment: true,
    sentence: () => 'readers would see this comment. In a .md file it is <!-- a comment -->.',
  },
  {
    signs: /<!--/g,
    files: ALL,
    isComment: true,
    sentence: () =>
      'readers would see this comment. Put it on lines of its own, without an empty line in it.',
  },
  {
    signs: /\[@(?=[\w-])(?![a-z0-9-]+\])[^\]\n]{0,60}\]?/g,
    files: ALL,
    sentence: (found) =>
      `this is no citation. Found: ${JSON.stringify(found)}. Allowed: [@id], with an id of content/sources.yaml; for two sources [@one][@two]. For the signs themselves write \\[@.`,
  },
  {
    signs: /\[\^[^\]\s]{1,40}\]/g,
    files: ALL,
    sentence: (found) =>
      `this footnote has no text. Found: ${JSON.stringify(found)}. Write that on a line of its own: ${found}: The text.`,
  },
  {
    signs: /(?<![\w*\\])\*\*(?=[^\s*])|(?<=[^\s*\\\d])\*\*(?![\w*])/g,
    files: ALL,
    sentence: () =>
      'readers would see these asterisks: what is **bold** has two on each side, with no space inside. For the signs themselves write \\*\\*.',
  },
  {
    signs: /^#{2,6}(?=[\p{L}\p{N}])/gmu,
    files: ALL,
    sentence: () =>
      'a heading lacks the space behind its hashes. Write ## The heading. For the signs themselves write \\#.',
  },
];

/** What readers would see of the signs of Markdown, MDX and citations. */
export function leftovers({ file, text, seen, tree }: WrittenText): ContentMistake[] {
  const shown = nodesOf(tree, isVerbatim).flatMap((node) =>
    node.type === 'text' ? [node.value] : [],
  );
  const together = shown.join('\n');
  return LEFTOVERS.filter(({ files }) => files.test(file)).flatMap((leftover) => {
    // Few texts have any, and to look through all pieces takes long.
    if (together.search(leftover.signs) < 0) return [];
    const written = leftover.isComment ? text : seen;
    let from = 0;
    return shown.flatMap((value) =>
      [...value.matchAll(leftover.signs)].flatMap(({ 0: found, index }) => {
        // What is escaped does not stand in the text as it is shown.
        const piece = around(value, index, found.length);
        const next = written.indexOf(piece, from);
        const at = next >= 0 ? next : written.indexOf(piece);
        if (at < 0) return [];
        from = at + 1;
        const line = written.slice(0, at).split('\n').length;
        return [{ file, line, sentence: leftover.sentence(found) }];
      }),
    );
  });
}

/** So many signs from `index` on, with a few before and behind them on the same line. */
function around(value: string, index: number, length: number): string {
  const [before = ''] = /[^\n]{0,12}$/.exec(value.slice(0, index)) ?? [];
  const [behind = ''] = /^[^\n]{0,6}/.exec(value.slice(index + length)) ?? [];
  return before + value.slice(index, index + length) + behind;
}

/** The line below the head of a table (GitHub Flavored Markdown, "delimiter row"). */
const DELIMITER = /^[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Rows with more cells than their table has columns: Markdown leaves the rest out. */
export function rowMistakes({ file, text, seen }: WrittenText): ContentMistake[] {
  // As Markdown cuts rows, which is within code, too. What is no table is blank in `seen`.
  const [rows, visible] = [text.split('\n'), seen.split('\n')];
  return visible.flatMap((delimiter, index) => {
    if (!delimiter.includes('|') || !DELIMITER.test(delimiter)) return [];
    const columns = cellsOf(delimiter);
    const head = rows[index - 1] ?? '';
    if (!head.includes('|') || cellsOf(head) !== columns) return [];
    const below = visible.slice(index + 1);
    const length = below.findIndex((row) => !row.includes('|'));
    return below.slice(0, length < 0 ? undefined : length).flatMap((_, row) => {
      const line = index + 2 + row;
      const count = cellsOf(rows[line - 1] ?? '');
      if (count <= columns) return [];
      const sentence = `a row has more cells than its table has columns, and the rest would be left out. Found: ${count}. Allowed: ${columns}. For the sign itself write \\|.`;
      return [{ file, line, sentence }];
    });
  });
}

function cellsOf(row: string): number {
  const cells = row.replace(/^(?:[\s>]|[-*+]\s|\d+[.)]\s)*\|?/, '').replace(/(?<!\\)\|\s*$/, '');
  return cells.split(/(?<!\\)\|/).length;
}
