import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sixOf } from '../../../src/quiz/engine/types.ts';
import { typesSchema } from '../../../src/quiz/types-schema.ts';
import { quizSchema } from '../../../src/quiz/words-schema.ts';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../content/quiz/${name}.yaml`, import.meta.url), 'utf8'));

/** The site's own words and types, as they are written and as they are checked. */
export const WRITTEN_WORDS = read('quiz');
export const WRITTEN_TYPES = read('types');
export const WORDS = quizSchema.parse(WRITTEN_WORDS);
export const TYPE_WORDS = sixOf(Object.values(typesSchema.parse(WRITTEN_TYPES).types));
