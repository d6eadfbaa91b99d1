import { z } from 'zod';
import { shown } from '../site/content-error.ts';
import { CHANNELS, type ChannelId } from './compose.ts';

const text = z.string().trim().min(1);

/** One situation: a file of content/messages/. Texts are in the language of template.ts. */
export const situationSchema = z.strictObject({
  /** The situation, as its heading and the composer say it. */
  title: text,
  order: z.int().positive(),
  /** One sentence: when to use this one. */
  use: text,
  /** Whether the sender has begun to work there, so that they resign. */
  started: z.boolean().default(false),
  /** Whether the first day came without the sender. */
  missed: z.boolean().optional(),
  /**
   * Paragraphs separated by blank lines, between greeting and signature. `{act}` is the sentence that
   * ends it and `{close}` what follows from it, both from acts.yaml.
   */
  body: text.refine(
    (body) => body === '' || ['{act}', '{close}'].every((part) => body.includes(part)),
    {
      error: ({ input }) =>
        `Found: ${shown(input)}. Allowed: a text with {act} and {close}, which acts.yaml fills.`,
    },
  ),
  /** The reason in one sentence, first of the email's three where it is short; acts.yaml has the others. */
  short: text,
  /** The reason in one spoken sentence; it may be left out by an optional group. */
  why: text,
  advice: text.optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
});

export type SituationData = z.output<typeof situationSchema>;

const channels = z.array(z.enum(CHANNELS)).min(1).optional();

/** What acts.yaml puts into a situation. */
const sentencesSchema = z.strictObject({
  subject: text,
  words: text,
  close: text,
  /** Both in two sentences, which lose nothing that the law asks for. */
  brief: text,
  /** The news in one or two spoken sentences. */
  news: text,
});

/** A whole message of its own, to somebody else than the employer. */
const letterSchema = z.strictObject({
  subject: text,
  body: text,
  /** The same in three sentences. */
  short: text,
  news: text,
  why: text,
  channels,
});

/** content/messages/acts.yaml: the sentences that end it. */
export const actWordsSchema = z.strictObject({
  withdraw: sentencesSchema,
  notice: sentencesSchema,
  courtesy: sentencesSchema,
  release: sentencesSchema,
  resign: sentencesSchema,
  open: sentencesSchema,
  advice: letterSchema,
  board: letterSchema,
  waiver: letterSchema,
});

export type ActWords = z.output<typeof actWordsSchema>;

/** A blank that the writer of a note names: a to z, digits and hyphens. */
const blank = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * One entry of content/messages/notes.yaml: a message that ends nothing, such as a question or thanks.
 * Texts are in the language of template.ts. No law of a place changes it, so it asks for no place.
 */
export const noteSchema = z.strictObject({
  title: text,
  subject: text,
  /** Between greeting and name, 60 to 110 words with both. */
  body: text,
  /** The same in three sentences. */
  short: text,
  /** The same on the phone, whole. */
  spoken: text,
  advice: text.optional(),
  /** Blanks beside those of slots.yaml, with what stands in brackets. */
  blanks: z.record(blank, text).default({}),
});

export type Note = z.output<typeof noteSchema>;

/** content/messages/notes.yaml: the notes by id. */
export const notesSchema = z.record(blank, noteSchema);

/** One entry of content/messages/channels.yaml. */
export const channelSchema = z.strictObject({
  title: text,
  frame: text,
  advice: text.optional(),
});

/** content/messages/channels.yaml: one entry a channel. */
export const channelsSchema = z.strictObject({
  email: channelSchema,
  letter: channelSchema,
  phone: channelSchema,
  voicemail: channelSchema,
  text: channelSchema,
} satisfies Record<ChannelId, z.ZodType>);

/** A blank that the sender fills. */
const slotSchema = z.strictObject({
  /** What stands in brackets while the slot is empty, such as "their name". */
  label: text,
  hint: text,
  example: text,
  default: text.optional(),
  /** Whether a message reads well without it. */
  optional: z.boolean().optional(),
  lines: z.int().min(2).max(6).optional(),
  autocomplete: z.enum(['name', 'tel', 'street-address']).optional(),
});

/** content/messages/slots.yaml: the blanks by id, in the order in which the composer asks for them. */
export const slotsSchema = z.record(text, slotSchema);

export type SlotData = z.output<typeof slotSchema>;
