import type { z } from 'zod';
import { articleSchema } from '../../articles/schema.ts';
import { chartSchema } from '../../charts/schema.ts';
import { figuresSchema, notFiguresSchema } from '../../figures/schema.ts';
import { formWordsSchema } from '../../forms/words-schema.ts';
import { glossarySchema } from '../../glossary/schema.ts';
import { lawSchema } from '../../law/words-schema.ts';
import { sayItSchema } from '../../messages/composer/words-schema.ts';
import {
  actWordsSchema,
  channelsSchema,
  notesSchema,
  situationSchema,
  slotsSchema,
} from '../../messages/schema.ts';
import { letterSchema } from '../../newsletter/letters/schema.ts';
import { newsletterSchema } from '../../newsletter/words-schema.ts';
import { afterSchema } from '../../plan/after/words-schema.ts';
import { decideSchema } from '../../plan/decide/words-schema.ts';
import { actsSchema, clausesSchema, placeSchema } from '../../plan/places/schema.ts';
import { planSchema } from '../../plan/schema.ts';
import { signedSchema } from '../../plan/signed/words-schema.ts';
import { hardDatesSchema } from '../../plan/tell-by/hard-dates-schema.ts';
import { tellBySchema } from '../../plan/tell-by/words-schema.ts';
import { commonTitlesSchema } from '../../quiz/comparison/common-titles-schema.ts';
import { questionsSchema } from '../../quiz/questions-schema.ts';
import { typesSchema } from '../../quiz/types-schema.ts';
import { quizSchema } from '../../quiz/words-schema.ts';
import { searchSchema } from '../../search/words-schema.ts';
import { readingSchema } from '../../site/reading-schema.ts';
import { pageSchema, siteSchema, sourcesSchema } from '../../site/schema.ts';

/** Whether a file is one of a kind, by its path below content/, and what its data has to be. */
const SCHEMAS: readonly (readonly [files: RegExp, schema: z.ZodType])[] = [
  [/^site\.yaml$/, siteSchema],
  [/^reading\.yaml$/, readingSchema],
  [/^search\.yaml$/, searchSchema],
  [/^sources\.yaml$/, sourcesSchema],
  [/^figures\.yaml$/, figuresSchema],
  [/^not-figures\.yaml$/, notFiguresSchema],
  [/^glossary\.yaml$/, glossarySchema],
  [/^articles\/.+\.mdx?$/, articleSchema],
  [/^letters\/[^/]+\.mdx?$/, letterSchema],
  [/^pages\/[^/]+\.mdx?$/, pageSchema],
  [/^messages\/channels\.yaml$/, channelsSchema],
  [/^messages\/acts\.yaml$/, actWordsSchema],
  [/^messages\/slots\.yaml$/, slotsSchema],
  [/^messages\/notes\.yaml$/, notesSchema],
  [/^messages\/[^/]+\.yaml$/, situationSchema],
  [/^charts\/[^/]+\.yaml$/, chartSchema],
  [/^newsletter\.yaml$/, newsletterSchema],
  [/^law\.yaml$/, lawSchema],
  [/^forms\.yaml$/, formWordsSchema],
  [/^plan\/plan\.yaml$/, planSchema],
  [/^plan\/places\/[^/]+\.yaml$/, placeSchema],
  [/^plan\/say-it\.yaml$/, sayItSchema],
  [/^plan\/decide\.yaml$/, decideSchema],
  [/^plan\/after\.yaml$/, afterSchema],
  [/^plan\/tell-by\.yaml$/, tellBySchema],
  [/^plan\/acts\.yaml$/, actsSchema],
  [/^plan\/hard-dates\.yaml$/, hardDatesSchema],
  [/^plan\/signed\.yaml$/, signedSchema],
  [/^plan\/clauses\.yaml$/, clausesSchema],
  [/^quiz\/quiz\.yaml$/, quizSchema],
  [/^quiz\/types\.yaml$/, typesSchema],
  [/^quiz\/titles\.yaml$/, commonTitlesSchema],
  [/^quiz\/questions\.yaml$/, questionsSchema],
];

/** The schema for a file such as `content/site.yaml`, where there is one. */
export function schemaFor(file: string): z.ZodType | undefined {
  const path = file.replace(/^content\//, '');
  return SCHEMAS.find(([files]) => files.test(path))?.[1];
}

/** The files of content/ that the site cannot do without, as they stand in the project. */
export const NEEDED: readonly string[] = SCHEMAS.map(([files]) => files.source)
  .filter((source) => !source.includes('+'))
  .map((source) => `content/${source.replace(/[\\^$]/g, '')}`);
