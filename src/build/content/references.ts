import type { z } from 'zod';
import { figuresIn } from '../../charts/drawn.ts';
import { chartSchema } from '../../charts/schema.ts';
import { type Figures, figuresSchema } from '../../figures/schema.ts';
import { glossarySchema } from '../../glossary/schema.ts';
import { rulesIn } from '../../law/law-rule.ts';
import {
  type FieldMistake,
  messageMistakes,
  slotMistakes,
} from '../../messages/message-mistakes.ts';
import type { Messages } from '../../messages/messages.ts';
import {
  actWordsSchema,
  channelsSchema,
  notesSchema,
  situationSchema,
  slotsSchema,
} from '../../messages/schema.ts';
import { newsletterSchema } from '../../newsletter/words-schema.ts';
import { placeSchema } from '../../plan/places/schema.ts';
import { PLAN_STEPS } from '../../plan/plan-steps.ts';
import { type ContentMistake, shown, wrongField } from '../../site/content-error.ts';
import { articleId, letterName } from '../../site/dead-ends.ts';
import { readingSchema } from '../../site/reading-schema.ts';
import { type Site, siteSchema } from '../../site/schema.ts';
import type { ContentFile } from './content-file.ts';
import type { Written } from './yaml.ts';

/** A content file whose syntax is right. */
export interface ReadFile extends ContentFile {
  readonly written: Written;
}

/** What the files of content/ may refer to. A part is `undefined` where a file that says it is wrong. */
export interface ContentTargets {
  readonly site: Site | undefined;
  readonly messages: Messages | undefined;
  /** The situations whose files are wrong, by id. */
  readonly unreadMessages: ReadonlySet<string>;
  readonly sources: ReadonlySet<string> | undefined;
  readonly articles: ReadonlySet<string>;
  /** The topic that each article names, by its id; whether there is one is told elsewhere. */
  readonly topicOf: ReadonlyMap<string, string>;
  /** The letters, by their ids. */
  readonly letters: ReadonlySet<string>;
  readonly charts: ReadonlySet<string>;
  readonly figures: Figures | undefined;
  /** The groups that figures stand in, by id. */
  readonly figureGroups: ReadonlySet<string> | undefined;
  /** The terms of the glossary. */
  readonly terms: ReadonlySet<string> | undefined;
}

/** What there is to refer to in `files`, of which `read` are those whose syntax is right. */
export function knownOf(files: readonly ContentFile[], read: readonly ReadFile[]): ContentTargets {
  const sources = read.find(({ file }) => file === 'content/sources.yaml')?.written.data;
  const messages = messagesOf(read);
  const reading = asWritten('content/reading.yaml', readingSchema, read);
  const glossary = asWritten('content/glossary.yaml', glossarySchema, read);
  return {
    figures: asWritten('content/figures.yaml', figuresSchema, read),
    figureGroups: reading && new Set(reading.figures.groups.map(({ id }) => id)),
    site: asWritten('content/site.yaml', siteSchema, read),
    messages,
    unreadMessages: new Set(
      files
        .flatMap(({ file }) => SITUATION.exec(file)?.[1] ?? [])
        .filter((id) => !messages?.situations.has(id)),
    ),
    sources:
      typeof sources === 'object' && sources !== null && !Array.isArray(sources)
        ? new Set(Object.keys(sources))
        : undefined,
    articles: new Set(files.flatMap(({ file }) => articleId(file) ?? [])),
    topicOf: new Map(
      read.flatMap(({ file, written }) => {
        const id = articleId(file);
        return id === undefined ? [] : [[id, String(Object(written.data).topic)] as const];
      }),
    ),
    terms: glossary && new Set(glossary.terms.map(({ id }) => id)),
    letters: new Set(files.flatMap(({ file }) => letterName(file)?.id ?? [])),
    charts: new Set(
      files.flatMap(({ file }) => /^content\/charts\/([^/]+)\.yaml$/.exec(file)?.[1] ?? []),
    ),
  };
}

/** The data of a file, where its shape is right. */
function asWritten<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  read: readonly ReadFile[],
): z.output<Schema> | undefined {
  const found = read.find(({ file }) => file === name);
  return found && schema.safeParse(found.written.data).data;
}

const SITUATION = /^content\/messages\/(?!(?:acts|channels|notes|slots)\.)([^/]+)\.yaml$/;

/** The messages, with those situations whose shape is right. */
function messagesOf(read: readonly ReadFile[]): Messages | undefined {
  const acts = asWritten('content/messages/acts.yaml', actWordsSchema, read);
  const frames = asWritten('content/messages/channels.yaml', channelsSchema, read);
  const slots = asWritten('content/messages/slots.yaml', slotsSchema, read);
  const notes = asWritten('content/messages/notes.yaml', notesSchema, read);
  if (!acts || !frames || !slots || !notes) return undefined;
  const situations = read.flatMap(({ file, written }) => {
    const id = SITUATION.exec(file)?.[1];
    const data = id === undefined ? undefined : situationSchema.safeParse(written.data).data;
    return id !== undefined && data ? [[id, { ...data, id, file }] as const] : [];
  });
  return {
    acts,
    frames,
    slots: new Map(Object.entries(slots)),
    notes: new Map(Object.entries(notes)),
    situations: new Map(situations),
  };
}

/** The references in YAML files that lead nowhere, each with its line. `isThere` is asked for pictures. */
export function dataMistakes(
  read: readonly ReadFile[],
  known: ContentTargets,
  isThere: (path: string) => boolean,
): ContentMistake[] {
  const wrong = [
    ...(known.messages ? messageMistakes(known.messages) : []),
    ...(known.site ? siteMistakes(known.site, isThere) : []),
    ...(known.site ? orderMistakes(known.site, known) : []),
    ...read.flatMap((file) => [
      ...sourceMistakes(file, known),
      ...letterMistakes(file, known),
      ...welcomeMistakes(file, known),
      ...chartMistakes(file, known),
    ]),
  ];
  return wrong.flatMap(({ file, path, ...rest }) => {
    const found = read.find((one) => one.file === file);
    const sentence = wrongField({ field: path.join('.'), ...rest });
    return found ? [{ file, line: lineOf(found, path, rest.found), sentence }] : [];
  });
}

/** The line of the field, or in a text of many lines the one that what was found stands on. */
function lineOf({ text, written }: ReadFile, path: readonly PropertyKey[], found: string): number {
  const line = written.lineOf(path);
  const words = /^"(.*)"$/.exec(found)?.[1] ?? (found.startsWith('{') ? found : undefined);
  const after = text.split('\n').slice(line - 1);
  return (
    line +
    (words
      ? Math.max(
          0,
          after.findIndex((one) => one.includes(words)),
        )
      : 0)
  );
}

/** Sources of rules of law. */
function sourceMistakes({ file, written }: ReadFile, { sources }: ContentTargets): FieldMistake[] {
  if (!sources || !file.endsWith('.yaml')) return [];
  return rulesIn(written.data)
    .flatMap(({ path, rule }) =>
      rule.sources.map((source, index) => ({ path: `${path}.sources.${index}`, source })),
    )
    .filter(({ source }) => typeof source === 'string' && !sources.has(source))
    .map(({ path, source }) => ({
      file,
      path: path.split('.'),
      found: shown(source),
      allowed: 'a key of content/sources.yaml',
    }));
}

/** Figures of a chart that there are not, and those that cannot be drawn on one scale. */
function chartMistakes({ file, written }: ReadFile, { figures }: ContentTargets): FieldMistake[] {
  if (!figures || !/^content\/charts\//.test(file)) return [];
  const chart = chartSchema.safeParse(written.data).data;
  const named = chart ? figuresIn(chart) : [];
  const figureOf = (id: string) => (Object.hasOwn(figures, id) ? figures[id] : undefined);
  const unit = named.map(({ figure }) => figureOf(figure)?.unit).find(Boolean);
  return named.flatMap(({ path, figure }) => {
    const found = figureOf(figure);
    if (found && found.unit === unit) return [];
    return {
      file,
      path,
      found: found ? `${shown(figure)}, which counts ${shown(found.unit)}` : shown(figure),
      allowed: found
        ? `figures that count ${shown(unit)}, as the first one does`
        : 'a key of content/figures.yaml',
    };
  });
}

/** Letters that the welcome names and that there are not. */
function welcomeMistakes({ file, written }: ReadFile, { letters }: ContentTargets): FieldMistake[] {
  if (file !== 'content/newsletter.yaml') return [];
  const best = newsletterSchema.safeParse(written.data).data?.mails.welcome.letters.best ?? [];
  return best.flatMap((id, index) =>
    letters.has(id)
      ? []
      : [
          {
            file,
            path: ['mails', 'welcome', 'letters', 'best', String(index)],
            found: shown(id),
            allowed: `${[...letters].join(', ') || 'nothing yet'} (the letters of content/letters, without their day)`,
          },
        ],
  );
}

/** Slots of the letter of a place. */
function letterMistakes({ file, written }: ReadFile, { messages }: ContentTargets): FieldMistake[] {
  if (!messages || !/^content\/plan\/places\//.test(file)) return [];
  const letter = placeSchema.safeParse(written.data).data?.paper?.letter ?? '';
  return slotMistakes(file, ['paper', 'letter'], letter, [...messages.slots.keys()]);
}

/** How many articles a mistake lists before it only counts them. */
const NAMED_AT_MOST = 20;

/** Articles in the reading order of a topic that there are not, or that are in another topic. */
function orderMistakes({ topics }: Site, { articles, topicOf }: ContentTargets): FieldMistake[] {
  const named = new Set(topics.map(({ id }) => id));
  return topics.flatMap((topic, at) =>
    topic.order.flatMap((id, index) => {
      const other = topicOf.get(id) ?? topic.id;
      // A topic that there is not is told where the article names it.
      if (articles.has(id) && (other === topic.id || !named.has(other))) return [];
      const where = articles.has(id) ? `, whose topic is "${other}"` : '';
      const own = [...articles].filter((one) => topicOf.get(one) === topic.id);
      const more = own.length - NAMED_AT_MOST;
      return [
        {
          file: 'content/site.yaml',
          path: ['topics', String(at), 'order', String(index)],
          found: shown(id) + where,
          allowed: `${own.slice(0, NAMED_AT_MOST).join(', ') || 'nothing yet'}${more > 0 ? ` and ${more} more` : ''} (the articles of this topic)`,
        },
      ];
    }),
  );
}

/** Tools that have a page, of which content/site.yaml says how they are called. */
const TOOLS: readonly string[] = PLAN_STEPS;

function siteMistakes(
  { tools, call, author }: Site,
  isThere: (path: string) => boolean,
): FieldMistake[] {
  const ids = tools.map(({ id }) => id);
  const wrong: Omit<FieldMistake, 'file'>[] = [];
  const missing = TOOLS.filter((id) => !ids.includes(id));
  if (missing.length > 0) {
    const found = `no tool ${missing.map(shown).join(', ')}`;
    const allowed = `each of ${TOOLS.join(', ')}, with "live: false" for one that is not to show`;
    wrong.push({ path: ['tools'], found, allowed });
  }
  if (!ids.includes(call)) {
    wrong.push({ path: ['call'], found: shown(call), allowed: ids.join(', ') });
  }
  if (author.photo !== undefined && !isThere(`./${author.photo}`)) {
    const allowed = 'a picture in content/, such as "portrait.jpg"';
    const found = `${shown(author.photo)}, which is not there`;
    wrong.push({ path: ['author', 'photo'], found, allowed });
  }
  return wrong.map((one) => ({ file: 'content/site.yaml', ...one }));
}
