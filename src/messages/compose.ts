import { countWords } from '../site/word-count.ts';
import {
  type Flag,
  type Run,
  resolveFlags,
  resolveGroups,
  runsOf,
  type Slots,
  slotsIn,
  type Values,
  withParts,
} from './template.ts';

/** A way to say it: the frame around a situation's parts. */
export interface Channel {
  readonly title: string;
  readonly frame: string;
  readonly advice?: string | undefined;
}

/** The parts of a situation, each in the language of template.ts. */
export interface Situation {
  readonly title: string;
  readonly subject: string;
  readonly body: string;
  readonly news: string;
  readonly why: string;
  readonly advice?: string | undefined;
}

/** Channels, in the order in which they are offered. Only an email has a subject of its own. */
export const CHANNELS = ['email', 'letter', 'phone', 'voicemail', 'text'] as const;
export type ChannelId = (typeof CHANNELS)[number];

export const TONES = ['plain', 'warm'] as const satisfies readonly Flag[];
export type Tone = (typeof TONES)[number];

/** How much an email says: all of it, or three sentences. What is on paper or spoken has one length. */
export const LENGTHS = ['full', 'short'] as const;
export type Length = (typeof LENGTHS)[number];

/** An email or a letter that is read to its end: 60 to 110 words, the advice of our fact sheet. */
export const GOOD_LENGTH = { min: 60, max: 110 } as const;

/** A composed message. */
export interface Composition {
  readonly subject: readonly Run[] | undefined;
  /** Paragraphs; single line breaks stay in the text of their runs. */
  readonly paragraphs: readonly (readonly Run[])[];
  /** Labels of blanks that are still in brackets, each once, in order. */
  readonly unfilled: readonly string[];
  /** Words of the message; of a letter, without what stands above the greeting. */
  readonly words: number;
}

/** What is known of the sender beside what they filled in. */
export interface SenderCircumstances {
  readonly tone?: Tone;
  /** Whether the law of the place wants paper. */
  readonly paper?: boolean;
  /** Whether the yes was a signature. */
  readonly signed?: boolean;
}

/** The flags of templates that are set for somebody. */
export function flagsOf({
  tone = 'plain',
  paper = false,
  signed = true,
}: SenderCircumstances): ReadonlySet<Flag> {
  return new Set([tone, paper ? 'paper' : 'elsewhere', signed ? 'signed' : 'unsigned']);
}

/**
 * `situation` said through `channel`. Without `values` it is the message as a card shows it: all its
 * blanks in brackets. Throws an Error for a slot that `slots` lacks.
 */
export function compose(
  situation: Situation,
  channel: ChannelId,
  frames: Readonly<Record<ChannelId, Channel>>,
  slots: Slots,
  { values, ...circumstances }: SenderCircumstances & { values?: Values | undefined } = {},
): Composition {
  const flags = flagsOf(circumstances);
  const runs = (template: string) =>
    runsOf(resolveGroups(template, flags, slots, values), slots, values);
  const text = (id: ChannelId) => withParts(frames[id].frame, partsOf(situation));
  const subject = channel === 'email' ? runs(situation.subject) : undefined;
  const paragraphsOf = (id: ChannelId) =>
    resolveGroups(text(id), flags, slots, values)
      .split(/\n\s*\n/)
      .map((block) => runsOf(block, slots, values));
  const paragraphs = paragraphsOf(channel);
  const counted = channel === 'letter' ? paragraphsOf('email') : paragraphs;
  const blanks = [...(subject ?? []), ...paragraphs.flat()].filter(({ kind }) => kind === 'slot');
  return {
    subject,
    paragraphs,
    unfilled: [...new Set(blanks.map((run) => run.text))],
    words: counted.reduce((sum, paragraph) => sum + wordsOf(paragraph), 0),
  };
}

/** The slots that a message asks for, each once, in order, those of its subject first. */
export function slotsOf(
  situation: Situation,
  channel: ChannelId,
  frames: Readonly<Record<ChannelId, Channel>>,
  circumstances: SenderCircumstances = {},
): string[] {
  const template = withParts(frames[channel].frame, partsOf(situation));
  const text = channel === 'email' ? `${situation.subject} ${template}` : template;
  return slotsIn(resolveFlags(text, flagsOf(circumstances)));
}

/** `frames` with another `frame` for `channel`, if there is one. */
export function framed<Frames extends Readonly<Record<ChannelId, Channel>>>(
  frames: Frames,
  channel: ChannelId,
  frame: string | undefined,
): Frames {
  return frame === undefined ? frames : { ...frames, [channel]: { ...frames[channel], frame } };
}

/** What `runs` read as, as plain text. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** A message as plain text, a blank line between two paragraphs. */
export function plainText({ paragraphs }: Pick<Composition, 'paragraphs'>): string {
  return paragraphs.map(textOf).join('\n\n');
}

/** Words of `runs`; an empty slot counts as one word. */
function wordsOf(runs: readonly Run[]): number {
  return countWords(runs.map((run) => (run.kind === 'slot' ? 'slot' : run.text)).join(''));
}

function partsOf({ subject, body, news, why }: Situation): Readonly<Record<string, string>> {
  return { subject, body, news, why };
}
