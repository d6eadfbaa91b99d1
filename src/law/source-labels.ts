import { loadEntry, loadSources } from '../site/load.ts';
import { rulesIn } from './law-rule.ts';
import type { LawWords } from './words-schema.ts';

/** A source as an element links to it. */
interface SourceLabel {
  readonly label: string;
  readonly url: string;
}

/** What an element needs to say what a rule rests on: sources by id, and the words around them. */
export interface SourceLabels {
  readonly words: LawWords;
  readonly labels: Readonly<Record<string, SourceLabel>>;
}

/** What to hand over of the sources that rules of law anywhere in `data` name. */
export async function sourceLabels(data: unknown): Promise<SourceLabels> {
  const sources = await loadSources();
  const named = new Set(rulesIn(data).flatMap(({ rule }) => rule.sources));
  const labels = [...named].flatMap((id) => {
    const source = sources.get(id);
    return source ? [[id, { label: source.publisher, url: source.url }]] : [];
  });
  return { words: await loadEntry('law'), labels: Object.fromEntries(labels) };
}
