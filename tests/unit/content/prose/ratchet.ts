import { z } from 'zod';

/** The numbers of the ratchet: what a new text is to reach, and what older ones may be at worst. */
export const RATCHET = 'tests/unit/content/prose/ratchet.yaml';

/** What is measured of a text. */
export interface Measured {
  /** Its Flesch-Kincaid grade. */
  readonly grade: number;
  /** Of its spoken sentences that could have a contraction, the share that has one, from 0 to 1. */
  readonly contractions: number;
  /** How many sentences of prose rules it breaks. */
  readonly mistakes: number;
}

const measures = z.strictObject({
  grade: z.number().positive(),
  contractions: z.number().min(0).max(1),
  mistakes: z.int().min(0),
});
export const ratchetSchema = z.strictObject({
  aim: measures,
  margin: measures,
  worst: z.record(z.string(), measures.partial()),
});
export type Ratchet = z.output<typeof ratchetSchema>;

/** What each measure is called, and whether more of it is better. */
const NAMES = {
  grade: { name: 'the Flesch-Kincaid grade', more: false, hint: 'Shorten sentences and words.' },
  contractions: {
    name: 'the share of contractions in spoken lines',
    more: true,
    hint: "Let people say I'm, don't, it's.",
  },
  mistakes: { name: 'the number of mistakes told above', more: false, hint: 'Mend the new one.' },
} as const;

/**
 * What is to be done about `file`: it is worse than its numbers, or so much better that they can be set
 * anew. Nothing where neither is so. A file without numbers of its own has the aim's.
 */
export function ratchetSentences(file: string, measured: Measured, ratchet: Ratchet): string[] {
  const own = ratchet.worst[file] ?? {};
  return (['grade', 'contractions', 'mistakes'] as const).flatMap((measure) => {
    const { name, more, hint } = NAMES[measure];
    const [sign, aim, margin] = [more ? -1 : 1, ratchet.aim[measure], ratchet.margin[measure]];
    const [found, allowed] = [measured[measure], own[measure] ?? aim];
    if (sign * (found - allowed) > 1e-9) {
      const limit = more ? 'at least' : 'at most';
      return [
        `${file}: ${name} is ${shown(found)}. Allowed: ${limit} ${shown(allowed)} (${RATCHET}). ${hint}`,
      ];
    }
    if (own[measure] === undefined || sign * (allowed - found) < margin - 1e-9) return [];
    const next =
      sign * (found - aim) <= 0
        ? `delete it there`
        : `write ${measure}: ${tight(found, sign)} there`;
    return [
      `${file}: ${name} got better, ${shown(found)} in place of ${shown(allowed)}. So that it stays, in ${RATCHET} ${next}.`,
    ];
  });
}

/** Two decimals, rounded to the side on which `found` is allowed. */
function tight(found: number, sign: number): number {
  return (sign * Math.ceil(sign * found * 100 - 1e-9)) / 100;
}

function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}
