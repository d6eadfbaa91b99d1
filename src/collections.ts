import { resolve } from 'node:path';
import { defineCollection } from 'astro/content/config';
import { glob, type Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { articleSchema } from './articles/schema.ts';
import { chartSchema } from './charts/schema.ts';
import { printing } from './figures/loader.ts';
import { figuresSchema } from './figures/schema.ts';
import { writtenFigures } from './figures/written-figures.ts';
import { formWordsSchema } from './forms/words-schema.ts';
import { glossarySchema } from './glossary/schema.ts';
import { lawSchema } from './law/words-schema.ts';
import { sayItSchema } from './messages/composer/words-schema.ts';
import {
  actWordsSchema,
  channelSchema,
  noteSchema,
  situationSchema,
  slotsSchema,
} from './messages/schema.ts';
import { letterSchema } from './newsletter/letters/schema.ts';
import { newsletterSchema } from './newsletter/words-schema.ts';
import { afterSchema } from './plan/after/words-schema.ts';
import { decideSchema } from './plan/decide/words-schema.ts';
import { actsSchema, clausesSchema, placeSchema } from './plan/places/schema.ts';
import { planSchema } from './plan/schema.ts';
import { signedSchema } from './plan/signed/words-schema.ts';
import { hardDatesSchema } from './plan/tell-by/hard-dates-schema.ts';
import { tellBySchema } from './plan/tell-by/words-schema.ts';
import { commonTitlesSchema } from './quiz/comparison/common-titles-schema.ts';
import { questionsSchema } from './quiz/questions-schema.ts';
import { typesSchema } from './quiz/types-schema.ts';
import { quizSchema } from './quiz/words-schema.ts';
import { searchSchema } from './search/words-schema.ts';
import { beside, CONTENT_CHECK, type ContentCheck } from './site/beside.ts';
import { contentDirectory } from './site/content-directory.ts';
import { checked } from './site/content-error.ts';
import {
  articleFiles,
  daysAsWritten,
  yamlFile as plainYamlFile,
  textFiles,
  toldByCheck,
} from './site/loaders.ts';
import { hiddenLetters } from './site/publication.ts';
import { readingSchema } from './site/reading-schema.ts';
import { pageSchema, siteSchema, sourceSchema } from './site/schema.ts';
import { today } from './site/today.ts';

const base = contentDirectory();
const at = (name: string) => resolve(base, name);

/** Ids are file names as they stand, so that a link to an article can be read off its file. */
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/, '');

const printed = (loader: Loader) => printing(toldByCheck(loader), writtenFigures);

const yamlFile = (...file: Parameters<typeof plainYamlFile>) => printed(plainYamlFile(...file));

const yamlFiles = (folder: string, pattern: string | string[]) =>
  printed(glob({ base: at(folder), pattern, generateId }));

/**
 * The letters that readers do not see yet and that have mistakes, by file below content/letters. The
 * others are loaded, since their writer sends them to herself before they go out.
 */
async function brokenLetters(): Promise<string[]> {
  const hidden = hiddenLetters(at('letters'), today());
  if (hidden.length === 0) return [];
  const { leftOut } = (await beside<ContentCheck>(CONTENT_CHECK)) ?? (await checkNow());
  const broken = new Set(leftOut.map(({ file }) => file));
  return hidden.filter((name) => broken.has(`content/letters/${name}`));
}

async function checkNow(): Promise<ContentCheck> {
  const { mistakesIn } = await import('./build/content/check-content.ts');
  return mistakesIn(base, resolve('public'));
}

export const collections = {
  site: defineCollection({
    loader: yamlFile(at('site.yaml'), (text) => ({ site: parse(text) })),
    schema: checked(siteSchema),
  }),
  reading: defineCollection({
    loader: yamlFile(at('reading.yaml'), (text) => ({ reading: parse(text) })),
    schema: checked(readingSchema),
  }),
  search: defineCollection({
    loader: yamlFile(at('search.yaml'), (text) => ({ search: parse(text) })),
    schema: checked(searchSchema),
  }),
  sources: defineCollection({
    loader: yamlFile(at('sources.yaml'), parse),
    schema: checked(sourceSchema),
  }),
  figures: defineCollection({
    // One entry for all, as entries lose the order in which they are written.
    loader: yamlFile(at('figures.yaml'), (text) => ({ figures: parse(text) })),
    schema: checked(figuresSchema),
  }),
  glossary: defineCollection({
    loader: yamlFile(at('glossary.yaml'), (text) => ({ glossary: parse(text) })),
    schema: checked(glossarySchema),
  }),
  articles: defineCollection({
    loader: printed(daysAsWritten(articleFiles(at('articles'), generateId))),
    schema: checked(articleSchema),
  }),
  letters: defineCollection({
    loader: printed(daysAsWritten(textFiles(at('letters'), generateId, brokenLetters))),
    schema: checked(letterSchema),
  }),
  pages: defineCollection({
    loader: printed(daysAsWritten(glob({ base: at('pages'), pattern: '*.{md,mdx}', generateId }))),
    schema: checked(pageSchema),
  }),
  messages: defineCollection({
    loader: yamlFiles('messages', [
      '*.yaml',
      '!acts.yaml',
      '!channels.yaml',
      '!slots.yaml',
      '!notes.yaml',
    ]),
    schema: checked(situationSchema),
  }),
  channels: defineCollection({
    loader: yamlFile(at('messages/channels.yaml'), parse),
    schema: checked(channelSchema),
  }),
  notes: defineCollection({
    loader: yamlFile(at('messages/notes.yaml'), parse),
    schema: checked(noteSchema),
  }),
  acts: defineCollection({
    loader: yamlFile(at('messages/acts.yaml'), (text) => ({ acts: parse(text) })),
    schema: checked(actWordsSchema),
  }),
  slots: defineCollection({
    loader: yamlFile(at('messages/slots.yaml'), (text) => ({ slots: parse(text) })),
    schema: checked(slotsSchema),
  }),
  charts: defineCollection({
    loader: yamlFiles('charts', '*.yaml'),
    schema: checked(chartSchema),
  }),
  newsletter: defineCollection({
    loader: yamlFile(at('newsletter.yaml'), (text) => ({ newsletter: parse(text) })),
    schema: checked(newsletterSchema),
  }),
  law: defineCollection({
    loader: yamlFile(at('law.yaml'), (text) => ({ law: parse(text) })),
    schema: checked(lawSchema),
  }),
  forms: defineCollection({
    loader: yamlFile(at('forms.yaml'), (text) => ({ forms: parse(text) })),
    schema: checked(formWordsSchema),
  }),
  plan: defineCollection({
    loader: yamlFile(at('plan/plan.yaml'), (text) => ({ plan: parse(text) })),
    schema: checked(planSchema),
  }),
  places: defineCollection({
    loader: yamlFiles('plan/places', '*.yaml'),
    schema: checked(placeSchema),
  }),
  planSayIt: defineCollection({
    loader: yamlFile(at('plan/say-it.yaml'), (text) => ({ 'say-it': parse(text) })),
    schema: checked(sayItSchema),
  }),
  quizWords: defineCollection({
    loader: yamlFile(at('quiz/quiz.yaml'), (text) => ({ quiz: parse(text) })),
    schema: checked(quizSchema),
  }),
  quizTypes: defineCollection({
    loader: yamlFile(at('quiz/types.yaml'), (text) => ({ types: parse(text) })),
    schema: checked(typesSchema),
  }),
  quizTitles: defineCollection({
    loader: yamlFile(at('quiz/titles.yaml'), (text) => ({ titles: parse(text) })),
    schema: checked(commonTitlesSchema),
  }),
  quizQuestions: defineCollection({
    loader: yamlFile(at('quiz/questions.yaml'), (text) => ({
      questions: { questions: parse(text) },
    })),
    schema: checked(z.strictObject({ questions: questionsSchema })),
  }),
  planDecide: defineCollection({
    loader: yamlFile(at('plan/decide.yaml'), (text) => ({ decide: parse(text) })),
    schema: checked(decideSchema),
  }),
  planAfter: defineCollection({
    loader: yamlFile(at('plan/after.yaml'), (text) => ({ after: parse(text) })),
    schema: checked(afterSchema),
  }),
  planTellBy: defineCollection({
    loader: yamlFile(at('plan/tell-by.yaml'), (text) => ({ tellBy: parse(text) })),
    schema: checked(tellBySchema),
  }),
  planActs: defineCollection({
    loader: yamlFile(at('plan/acts.yaml'), (text) => ({ acts: parse(text) })),
    schema: checked(actsSchema),
  }),
  planHardDates: defineCollection({
    loader: yamlFile(at('plan/hard-dates.yaml'), (text) => ({ hardDates: parse(text) })),
    schema: checked(hardDatesSchema),
  }),
  planSigned: defineCollection({
    loader: yamlFile(at('plan/signed.yaml'), (text) => ({ signed: parse(text) })),
    schema: checked(signedSchema),
  }),
  planClauses: defineCollection({
    loader: yamlFile(at('plan/clauses.yaml'), (text) => ({ clauses: parse(text) })),
    schema: checked(clausesSchema),
  }),
};
