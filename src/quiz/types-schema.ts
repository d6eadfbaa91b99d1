import { z } from 'zod';
import { TYPE_LETTERS } from './engine/types.ts';

const text = z.string().trim().min(1);

const typeWords = z.strictObject({
  letter: z.enum(TYPE_LETTERS),
  name: text,
  /** What a person of this type likes, to follow "You lean towards". */
  short: text,
  meaning: text,
  suits: text,
  drains: text,
  atWork: text,
  /** The file in content/articles, without its ending. */
  article: text,
});

/** content/quiz/types.yaml: what the six types mean, in Holland's order. */
export const typesSchema = z.strictObject({
  realistic: typeWords.extend({ letter: z.literal('R') }),
  investigative: typeWords.extend({ letter: z.literal('I') }),
  artistic: typeWords.extend({ letter: z.literal('A') }),
  social: typeWords.extend({ letter: z.literal('S') }),
  enterprising: typeWords.extend({ letter: z.literal('E') }),
  conventional: typeWords.extend({ letter: z.literal('C') }),
});

/** What the site says about one type. */
export type TypeWords = z.output<typeof typeWords>;
