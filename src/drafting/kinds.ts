import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { articleSchema } from '../articles/schema.ts';
import { checkMessages } from '../messages/message-mistakes.ts';
import { situationSchema } from '../messages/schema.ts';
import { letterSchema } from '../newsletter/letters/schema.ts';
import { checked, day } from '../site/content-error.ts';
import { siteSchema, sourceSchema } from '../site/schema.ts';
import { type ExistingContent, RESERVED } from './known.ts';

/** Something that is asked of the writer, and the option that answers it beforehand. */
export interface Question {
  readonly name: string;
  readonly ask: string;
  /** What stands for no answer, if one is not needed. */
  readonly otherwise?: (answers: DraftAnswers) => string;
  readonly choices?: (
    known: ExistingContent,
  ) => readonly { readonly value: string; readonly label: string }[];
}

/** What was answered, by the question's name. */
export type DraftAnswers = Readonly<Record<string, string>>;

/** A file of content/ to write: one that is not there yet, or one with something added. */
export interface Change {
  /** Its name below content/. */
  readonly file: string;
  readonly text: string;
  readonly isNew: boolean;
}

/** A kind of content that `npm run new` writes. */
export interface Kind {
  readonly title: string;
  readonly questions: readonly Question[];
  /** Throws an Error with a sentence a mistake where the answers do not make one. */
  readonly write: (answers: DraftAnswers, known: ExistingContent, today: string) => Change;
  /** What its writer does next. */
  readonly next: string;
}

/** A title as an address has it: lower-case words of Latin letters and digits, joined by hyphens. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '');
}

const byTitle = ({ title = '' }: DraftAnswers) => slugOf(title);
const bySubject = ({ subject = '' }: DraftAnswers) => slugOf(subject);
const nothing = () => '';

export const KINDS = {
  article: {
    title: 'An article',
    questions: [
      { name: 'title', ask: 'Title: the words that somebody types' },
      { name: 'id', ask: 'Address, below /articles/', otherwise: byTitle },
      { name: 'topic', ask: 'Topic', choices: topicChoices },
      { name: 'description', ask: 'One or two sentences for lists, at most 160 characters' },
      { name: 'answer', ask: 'The whole answer, at most 60 words' },
    ],
    write: ({ id = '', ...fields }, known, today) => {
      freeId('article', id, known.articles.has(id));
      const topics = known.topics.map((topic) => topic.id);
      if (!topics.includes(fields['topic'] ?? '')) {
        throw new Error(`topic: Found: "${fields['topic']}". Allowed: ${topics.join(', ')}.`);
      }
      const data = { ...fields, published: today, reviewed: today, draft: true, sources: [] };
      demand(articleSchema, data);
      return {
        file: `articles/${id}.mdx`,
        text: `---\n${yaml(data)}---\n\n${FIRST_LINE}\n`,
        isNew: true,
      };
    },
    next: 'It is a draft, which npm run dev shows and a build leaves out. Write it, list its sources, and take out "draft: true".',
  },
  message: {
    title: 'A message',
    questions: [
      { name: 'title', ask: 'The situation, in a few words' },
      { name: 'id', ask: 'Name of its file', otherwise: byTitle },
      { name: 'use', ask: 'When to use it, in one sentence' },
      { name: 'reason', ask: 'The reason, as it is written: one sentence' },
      { name: 'text', ask: 'What else it says: two or three sentences' },
      { name: 'why', ask: 'The reason, as it is spoken: one sentence' },
      { name: 'advice', ask: 'Advice below the message, if any', otherwise: nothing },
    ],
    write: ({ id = '', reason = '', text = '', advice = '', ...fields }, { messages }) => {
      freeId('message', id, messages.situations.has(id) || RESERVED.has(id));
      const order = Math.max(0, ...[...messages.situations.values()].map((one) => one.order)) + 1;
      const body = `Thank you for your offer<, and for {detail}>. ${reason} {act}\n\n${text}\n\n{close}\n`;
      const data = { ...fields, order, body, short: reason, ...(advice && { advice }) };
      const file = `content/messages/${id}.yaml`;
      const situation = { ...demand(situationSchema, data), id, file };
      checkMessages({ ...messages, situations: new Map([[id, situation]]) });
      return { file: `messages/${id}.yaml`, text: yaml(data), isNew: true };
    },
    next: 'The composer offers it at once. content/README.md says how a text leaves out what is not filled in.',
  },
  source: {
    title: 'A source',
    questions: [
      { name: 'title', ask: 'Title' },
      { name: 'publisher', ask: 'Publisher' },
      { name: 'url', ask: 'Address, with https://' },
      {
        name: 'published',
        ask: 'Published: a year, a month or a day, if it says',
        otherwise: nothing,
      },
      {
        name: 'id',
        ask: 'Id, for [@id] in texts',
        otherwise: ({ publisher = '', published = '' }) =>
          slugOf(`${publisher} ${published.slice(0, 4)}`),
      },
    ],
    write: ({ id = '', published = '', ...fields }, { sources, text }) => {
      freeId('source', id, sources.has(id));
      const data = { ...fields, ...(published && { published }) };
      demand(sourceSchema, data);
      const before = text('sources.yaml').trimEnd();
      const added = yaml({ [id]: data });
      return { file: 'sources.yaml', text: `${before}\n${added}`, isNew: false };
    },
    next: 'Cite it behind a claim, and list it among the sources of the article.',
  },
  letter: {
    title: 'A letter',
    questions: [
      { name: 'subject', ask: "Subject: one reader's question, at most 60 characters" },
      { name: 'id', ask: 'Address, below /newsletter/letters/', otherwise: bySubject },
      { name: 'date', ask: 'The day on which it goes out, as YYYY-MM-DD' },
      {
        name: 'preview',
        ask: 'What stands beside the subject in a mailbox, at most 90 characters',
      },
    ],
    write: ({ id = '', date = '', ...fields }, { letters }) => {
      freeId('letter', id, letters.has(id));
      demand(z.object({ date: day }), { date });
      const data = { ...fields, draft: true, sources: [] };
      demand(letterSchema, data);
      return {
        file: `letters/${date}-${id}.mdx`,
        text: `---\n${yaml(data)}---\n\n${FIRST_LINE}\n`,
        isNew: true,
      };
    },
    next: 'It is a draft, which nobody gets. Write it, send it to yourself with npm run newsletter -- letter test, and take out "draft: true".',
  },
  topic: {
    title: 'A topic',
    questions: [
      { name: 'title', ask: 'Title' },
      { name: 'short', ask: 'The word in the header', otherwise: ({ title = '' }) => title },
      { name: 'id', ask: 'Address, below /topics/', otherwise: byTitle },
      { name: 'description', ask: 'What it is about, at most 160 characters' },
    ],
    write: ({ id = '', ...fields }, { topics, text }) => {
      freeId(
        'topic',
        id,
        topics.some((topic) => topic.id === id || topic.formerly.includes(id)),
      );
      const added = withTopic(text('site.yaml'), { id, ...fields });
      demand(siteSchema, parse(added));
      return { file: 'site.yaml', text: added, isNew: false };
    },
    next: 'Readers see it from its first article on.',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

const FIRST_LINE =
  '{/* Write here. Headings start at two hashes. content/README.md, "How to write an article", says what else there is. */}';

function topicChoices({ topics }: ExistingContent) {
  return topics.map(({ id, title }) => ({ value: id, label: title }));
}

function freeId(kind: string, id: string, isTaken: boolean): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    throw new Error(`id: Found: "${id}". Allowed: lower-case words joined by hyphens.`);
  }
  if (isTaken) {
    throw new Error(
      `id: Found: "${id}", which is there already. Allowed: an id that no ${kind} has.`,
    );
  }
}

/** `data` as `schema` reads it. Throws an Error that says each mistake in a line. */
function demand<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = checked(schema).safeParse(data);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(lines.join('\n'));
}

/** Without folds: a sentence is a line, as a writer would type it. */
const yaml = (data: unknown): string => stringify(data, { lineWidth: 0 });

/** The text of site.yaml with one more topic behind the others, and all else as it was. */
function withTopic(text: string, topic: DraftAnswers): string {
  const list: unknown = parseDocument(text).get('topics', true);
  const end = typeof list === 'object' && list !== null && 'range' in list && list.range;
  if (!Array.isArray(end) || typeof end[1] !== 'number') {
    throw new Error('content/site.yaml has no list of topics to add one to.');
  }
  const [before, after] = [text.slice(0, end[1]).trimEnd(), text.slice(end[1])];
  const indent = /^( *)- /m.exec(before.slice(before.search(/^topics:/m)))?.[1] ?? '  ';
  const added = yaml([topic]).replace(/^(?=.)/gm, indent);
  return `${before}\n${added}${after.startsWith('\n') ? '' : '\n'}${after}`;
}
