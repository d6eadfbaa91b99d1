import { loadSources } from '../site/load.ts';
import { rulesIn } from './law-rule.ts';

/** A source as an element links to it. */
export interface SourceLabel {
  readonly label: string;
  readonly url: string;
}

/** The sources that rules of law anywhere in `data` name, by id. */
export async function sourceLabels(data: unknown): Promise<Readonly<Record<string, SourceLabel>>> {
  const sources = await loadSources();
  const named = new Set(rulesIn(data).flatMap(({ rule }) => rule.sources));
  return Object.fromEntries(
    [...named].flatMap((id) => {
      const source = sources.get(id);
      return source ? [[id, { label: source.publisher, url: source.url }]] : [];
    }),
  );
}
