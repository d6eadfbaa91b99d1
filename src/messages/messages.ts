import { ContentError } from '../site/content-error.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelId,
  type Composition,
  compose,
  GOOD_LENGTH,
  type Tone,
} from './compose.ts';
import type { SituationData, SlotData } from './schema.ts';
import { slotsIn } from './template.ts';

/** A situation as content/messages has it, by the name of its file. */
export type KnownSituation = SituationData & { readonly id: string; readonly file: string };

/** All that content/messages says. Situations are in the order in which they are offered. */
export interface Messages {
  readonly situations: ReadonlyMap<string, KnownSituation>;
  readonly frames: Readonly<Record<ChannelId, Channel>>;
  readonly slots: ReadonlyMap<string, SlotData>;
}

/** A message that an article shows: composed, with its blanks in brackets. */
export interface Card extends Composition {
  readonly id: string;
  readonly title: string;
  readonly channel: ChannelId;
  readonly advice: string | undefined;
}

/** The channels in which `situation` can be said. */
export function channelsOf({ channels }: Pick<SituationData, 'channels'>): readonly ChannelId[] {
  return channels ?? CHANNELS;
}

/**
 * The card called `id`: a situation's, which is its email, or `situation/channel`. Throws an Error
 * that lists the situations there are, or the channels of this one.
 */
export function cardOf(id: string, { situations, frames, slots }: Messages): Card {
  const [name = '', wanted = 'email'] = id.split('/');
  const situation = situations.get(name);
  const channel = situation && channelsOf(situation).find((one) => one === wanted);
  if (!situation || !channel) {
    const allowed = situation
      ? channelsOf(situation).map((one) => `${name}/${one}`)
      : [...situations.keys()];
    throw new Error(
      `<Message id="${id}" />: there is no such message. Allowed: ${allowed.join(', ')} (content/messages/).`,
    );
  }
  const { title, advice } = channel === 'email' ? situation : frames[channel];
  return { ...compose(situation, channel, frames, slots), id, title, channel, advice };
}

/**
 * Throws a ContentError for the first situation that names an unknown slot, or whose email has too
 * few or too many words in one of its tones, all filled in or with nothing but what has to be.
 */
export function checkMessages({ situations, frames, slots }: Messages): void {
  const known = new Map<string, unknown>(slots);
  for (const [channel, { frame }] of Object.entries(frames)) {
    const parts = new Map([...known, ...PARTS.map((part) => [part, part] as const)]);
    demandSlots('content/messages/channels.yaml', `${channel}.frame`, frame, parts);
  }
  for (const situation of situations.values()) {
    for (const field of ['subject', 'body', 'news', 'why'] as const) {
      demandSlots(situation.file, field, situation[field], known);
    }
    if (!channelsOf(situation).includes('email')) continue;
    for (const tone of ['plain', 'warm'] satisfies Tone[]) {
      for (const values of [undefined, {}]) {
        const { words } = compose(situation, 'email', frames, slots, { values, tone });
        if (words >= GOOD_LENGTH.min && words <= GOOD_LENGTH.max) continue;
        throw new ContentError({
          file: situation.file,
          field: 'body',
          found: `${words} words in the ${tone} tone`,
          allowed: `${GOOD_LENGTH.min} to ${GOOD_LENGTH.max} words, greeting and name included`,
        });
      }
    }
  }
}

/** What a frame may name beside slots. */
const PARTS = ['subject', 'body', 'news', 'why'];

function demandSlots(
  file: string,
  field: string,
  text: string,
  known: ReadonlyMap<string, unknown>,
): void {
  const unknown = slotsIn(text).find((slot) => !known.has(slot));
  if (unknown === undefined) return;
  const allowed = `${[...known.keys()].join(', ')} (content/messages/slots.yaml)`;
  throw new ContentError({ file, field, found: `{${unknown}}`, allowed });
}
