import { idsIn } from '../../articles/citations.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import type { ReadFile } from './references.ts';

const SOURCES = 'content/sources.yaml';

/** The sources that no text, rule of law, figure or chart cites. */
export function unusedSources(read: readonly ReadFile[]): ContentMistake[] {
  const sources = read.find(({ file }) => file === SOURCES);
  if (!sources) return [];
  const cited = new Set(
    read.flatMap(({ file, text, written }) =>
      file === SOURCES
        ? []
        : [...(/\.mdx?$/.test(file) ? idsIn(text) : []), ...namedBy(written.data)],
    ),
  );
  return Object.keys(Object(sources.written.data))
    .filter((id) => !cited.has(id))
    .map((id) => ({
      file: SOURCES,
      line: sources.written.lineOf([id]),
      sentence: `nobody cites this source. Found: ${id}. Cite it where a claim rests on it, as [@${id}], or delete it.`,
    }));
}

/** What fields called source, or sources, name, however deep they stand: of rules, charts and figures. */
function namedBy(data: unknown): unknown[] {
  if (Array.isArray(data)) return data.flatMap(namedBy);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'source' && typeof value === 'string') return [value];
    return key === 'sources' && Array.isArray(value) ? value : namedBy(value);
  });
}
