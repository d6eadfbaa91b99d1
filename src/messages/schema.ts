import { z } from 'zod';
import { countMessageWords } from './compose.ts';

const text = z.string().trim().min(1);

/** An email that is read to its end: the advice of the fact sheet, 60 to 110 words. */
const EMAIL_WORDS = { min: 60, max: 110 } as const;

const common = {
  /** The situation, as its heading and tab say it. */
  title: text,
  order: z.int().positive(),
  /** One sentence: when to use this one. */
  use: text,
  /** Paragraphs separated by blank lines; slots as {slot-id}. */
  body: text,
  advice: text.optional(),
};

/** One file of content/messages/. */
export const messageSchema = z
  .discriminatedUnion('channel', [
    z.strictObject({ channel: z.literal('email'), subject: text, ...common }),
    z.strictObject({ channel: z.literal('phone'), ...common }),
    z.strictObject({ channel: z.literal('voicemail'), ...common }),
  ])
  .superRefine((message, context) => {
    if (message.channel !== 'email') return;
    const words = countMessageWords(message.body);
    if (words < EMAIL_WORDS.min || words > EMAIL_WORDS.max) {
      context.addIssue({
        code: 'custom',
        path: ['body'],
        message: `Found: ${words} words. Allowed: ${EMAIL_WORDS.min} to ${EMAIL_WORDS.max} words.`,
      });
    }
  });

export type MessageData = z.output<typeof messageSchema>;

/** One entry of content/messages/slots.yaml: a blank that the sender fills. */
export const slotSchema = z.strictObject({
  /** What stands in brackets while the slot is empty, such as "their name". */
  label: text,
  hint: text,
  example: text,
});
