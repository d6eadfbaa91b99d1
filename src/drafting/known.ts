import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CHANNELS } from '../messages/compose.ts';
import type { Messages } from '../messages/messages.ts';
import {
  actWordsSchema,
  channelSchema,
  notesSchema,
  situationSchema,
  slotsSchema,
} from '../messages/schema.ts';
import { letterName } from '../site/dead-ends.ts';
import { siteSchema, type Topic } from '../site/schema.ts';

/** What content/ holds already, as far as something new has to fit to it. */
export interface ExistingContent {
  readonly topics: readonly Topic[];
  readonly sources: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** The letters, by their ids. */
  readonly letters: ReadonlySet<string>;
  readonly messages: Messages;
  /** The text of a file of content/, by its name there. */
  readonly text: (name: string) => string;
}

/** Reads the folder `content`. Throws an Error that names the file where one cannot be read. */
export function readExistingContent(content: string): ExistingContent {
  const text = (name: string) => readFileSync(join(content, name), 'utf8');
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> => {
    try {
      // A file of comments alone is an empty one.
      return schema.parse(parse(text(name)) ?? {});
    } catch {
      throw new Error(`content/${name} has a mistake, which npm run build tells. Mend it first.`);
    }
  };
  const articles = globSync('**/*.{md,mdx}', { cwd: join(content, 'articles') });
  const letters = globSync('*.{md,mdx}', { cwd: join(content, 'letters') });
  const situations = globSync('*.yaml', { cwd: join(content, 'messages') })
    .map((name) => basename(name, '.yaml'))
    .filter((id) => !RESERVED.has(id))
    .map((id) => {
      const file = `messages/${id}.yaml`;
      return [id, { ...read(file, situationSchema), id, file: `content/${file}` }] as const;
    });
  return {
    topics: read('site.yaml', siteSchema).topics,
    sources: new Set(Object.keys(read('sources.yaml', z.record(z.string(), z.unknown())))),
    articles: new Set(articles.map((name) => name.replaceAll('\\', '/').replace(/\.\w+$/, ''))),
    letters: new Set(letters.flatMap((name) => letterName(`content/letters/${name}`)?.id ?? [])),
    messages: {
      situations: new Map(situations),
      acts: read('messages/acts.yaml', actWordsSchema),
      frames: read('messages/channels.yaml', z.record(z.enum(CHANNELS), channelSchema)),
      notes: new Map(
        existsSync(join(content, 'messages/notes.yaml'))
          ? Object.entries(read('messages/notes.yaml', notesSchema))
          : [],
      ),
      slots: new Map(
        existsSync(join(content, 'messages/slots.yaml'))
          ? Object.entries(read('messages/slots.yaml', slotsSchema))
          : [],
      ),
    },
    text,
  };
}

/** Files of content/messages that are no situations. */
export const RESERVED: ReadonlySet<string> = new Set(['acts', 'channels', 'notes', 'slots']);
