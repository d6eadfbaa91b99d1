import { type HastNode, markdownToHast, mdxToHast } from 'satteri';
import { idsIn } from './citations.ts';
import { nodesOf } from './text-tree.ts';

/**
 * Tells of what looks like citations whether a backslash stands before them, so that they are text:
 * `\[@id]`. It is asked once for each, with its id, in the order of the text. `source` is a text in
 * Markdown or in MDX. Throws an Error where MDX is none.
 */
export function escapedCitations(source: string, isMdx: boolean): (id: string) => boolean {
  // Reading a text a second time is rare: few have a backslash there.
  if (!/\\\[@|\[@[a-z0-9-]+\\\]/.test(source)) return () => false;
  // With HTML as it stands, so that each text knows where it comes from.
  const tree = isMdx ? mdxToHast(source) : markdownToHast(source);
  const flags = new Map<string, boolean[]>();
  for (const node of nodesOf(tree)) {
    for (const { id, escaped } of writtenIn(node, source)) {
      flags.set(id, [...(flags.get(id) ?? []), escaped]);
    }
  }
  return (id) => flags.get(id)?.shift() ?? false;
}

function writtenIn(node: HastNode, source: string): { id: string; escaped: boolean }[] {
  // In HTML a backslash is a backslash. What stands in comments and attributes is no text.
  if (node.type === 'raw') {
    const text = node.value.replace(/<!--[\s\S]*?-->|<[a-z/](?:[^>"']|"[^"]*"|'[^']*')*>/gi, '');
    return idsIn(text).map((id) => ({ id, escaped: false }));
  }
  if (node.type !== 'text') return [];
  const { start, end } = node.position ?? {};
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  const escapes = [...written.matchAll(/(\\*)\[@([a-z0-9-]+)(\\?)\]/g)].map(
    ([, before = '', id = '', behind]) => ({
      id,
      escaped: before.length % 2 === 1 || behind !== '',
    }),
  );
  // As in code, whose text knows no place of its own.
  const ids = idsIn(node.value);
  return escapes.length === ids.length ? escapes : ids.map((id) => ({ id, escaped: false }));
}
