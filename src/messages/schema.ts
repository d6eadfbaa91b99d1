import { z } from 'zod';
import { CHANNELS } from './compose.ts';

const text = z.string().trim().min(1);

/** One situation: a file of content/messages/. Texts are in the language of template.ts. */
export const situationSchema = z.strictObject({
  /** The situation, as its heading and the composer say it. */
  title: text,
  order: z.int().positive(),
  /** One sentence: when to use this one. */
  use: text,
  subject: text,
  /** Paragraphs separated by blank lines, between greeting and signature. */
  body: text,
  /** The news in one or two spoken sentences. */
  news: text,
  /** The reason in one spoken sentence; it may be left out by an optional group. */
  why: text,
  advice: text.optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
});

export type SituationData = z.output<typeof situationSchema>;

/** content/messages/channels.yaml: one entry a channel. */
export const channelSchema = z.strictObject({
  title: text,
  frame: text,
  advice: text.optional(),
});

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
