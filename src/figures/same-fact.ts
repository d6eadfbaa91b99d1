import type { Figure, Figures } from './schema.ts';

/** Two figures that say the same thing of the same people, with what makes us think so. */
export interface SameFact {
  readonly id: string;
  /** The one that stands above it. */
  readonly other: string;
  readonly why: 'words' | 'value';
}

/** Words that tell no facts apart. */
const SMALL =
  /^(?:a|an|the|of|in|on|at|by|to|had|has|have|who|that|was|were|been|ever|their|they|it)$/;

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.test(word)));
}

/** How much of their words two texts share, from 0 to 1 (Jaccard). */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared);
}

const FIELDS = ['says', 'whom', 'when'] as const;

/**
 * The figures that repeat one above them: what they count, of whom and when is the same but for small
 * words, whatever their values; or one source has the same value twice, for much the same.
 */
export function sameFacts(figures: Figures): SameFact[] {
  const all = Object.entries(figures);
  return all.flatMap(([id, figure], index) => {
    for (const [other, before] of all.slice(0, index)) {
      const why = sameness(figure, before);
      if (why) return [{ id, other, why }];
    }
    return [];
  });
}

function sameness(figure: Figure, other: Figure): SameFact['why'] | undefined {
  if (FIELDS.every((field) => likeness(figure[field], other[field]) === 1)) return 'words';
  const isSameSum =
    figure.source === other.source && figure.value === other.value && figure.unit === other.unit;
  const areLike = ['says', 'whom'] as const;
  return isSameSum &&
    areLike.some((field) => likeness(figure[field], other[field]) >= 0.5) &&
    likeness(figure.when, other.when) >= 0.5
    ? 'value'
    : undefined;
}
