import { z } from 'zod';
import { text } from './text-with-blanks.ts';

/** content/reading.yaml: what stands around all that is read. */
export const readingSchema = z.strictObject({
  page: z.strictObject({
    skip: text(),
    topics: text(),
    search: text(),
    about: text(),
    updated: text(),
  }),
  home: z.strictObject({
    draft: text(),
    articles: text(),
    newest: text(),
    updated: text(),
    topics: text(),
  }),
  list: z.strictObject({
    title: text(),
    description: text().max(160),
    start: text(),
    rest: text(),
  }),
  missing: z.strictObject({
    title: text(),
    plainTitle: text(),
    description: text().max(160),
    lead: text(),
  }),
  models: z.strictObject({ figures: text(), tools: text() }),
  article: z.strictObject({
    by: text(),
    reviewed: text(),
    minutes: text('minutes'),
    step: text('step', 'count'),
    contents: text(),
    law: text(),
    sources: text(),
    secondhand: text(),
    citation: text('number'),
    back: text('use', 'number'),
    figure: text('value'),
    figureSource: text(),
    taskDone: text(),
    taskOpen: text(),
    table: text(),
    code: text(),
    formula: text(),
    next: text(),
    related: text(),
    around: text(),
    older: text(),
    newer: text(),
  }),
  chart: z.strictObject({
    drawing: text('title'),
    table: text(),
    when: text(),
    share: text(),
    source: text(),
  }),
  message: z.strictObject({
    label: text('title'),
    subject: text(),
    copyMessage: text(),
    copySubject: text(),
    words: text('count'),
    copied: text(),
    stillToFill: text('blanks'),
    refused: text(),
  }),
  callSheet: z.strictObject({
    title: text(),
    lines: z.array(text()).min(1),
    said: text(),
    done: z.array(text()).min(1),
  }),
});

export type ReadingWords = z.output<typeof readingSchema>;
