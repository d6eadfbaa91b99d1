import { ContentError } from '../site/content-error.ts';
import { ACT_MESSAGES, type ActMessage, withAct } from './act-words.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelId,
  type Composition,
  compose,
  GOOD_LENGTH,
  type Tone,
} from './compose.ts';
import type { ActWords, SituationData, SlotData } from './schema.ts';
import { slotsIn } from './template.ts';

/** A situation as content/messages has it, by the name of its file. */
export type KnownSituation = SituationData & { readonly id: string; readonly file: string };

/** All that content/messages says. Situations are in the order in which they are offered. */
export interface Messages {
  readonly situations: ReadonlyMap<string, KnownSituation>;
  /** What ends it. */
  readonly acts: ActWords;
  readonly frames: Readonly<Record<ChannelId, Channel>>;
  readonly slots: ReadonlyMap<string, SlotData>;
}

/** A message that an article shows: composed, with its blanks in brackets. */
export interface Card extends Composition {
  readonly id: string;
  readonly title: string;
  readonly channel: ChannelId;
  readonly advice: string | undefined;
  /** What ends it. */
  readonly act: ActMessage;
}

/** The channels in which `situation` can be said. */
export function channelsOf({
  channels,
}: {
  readonly channels?: readonly ChannelId[] | undefined;
}): readonly ChannelId[] {
  return channels ?? CHANNELS;
}

/**
 * The card called `id`: a situation's, which is its email that withdraws, or `situation/channel`, or
 * `situation/channel/act`; somebody who has started resigns. Throws an Error that lists the
 * situations there are, the channels of this one, or the acts.
 */
export function cardOf(id: string, { situations, acts, frames, slots }: Messages): Card {
  const [name = '', wanted = 'email', act, ...rest] = id.split('/');
  const known = situations.get(name);
  const message = ACT_MESSAGES.find((one) => one === (act ?? standardAct(known)));
  const situation = known && message && withAct(known, message, acts);
  const channel = situation && channelsOf(situation).find((one) => one === wanted);
  if (!known || !situation || !channel || rest.length > 0) {
    const allowed = known
      ? channelsOf(known).map((one) => `${name}/${one}`)
      : [...situations.keys()];
    const ending = known ? ` Behind it, after a slash: ${ACT_MESSAGES.join(', ')}.` : '';
    throw new Error(
      `<Message id="${id}" />: there is no such message. Allowed: ${allowed.join(', ')} (content/messages/).${ending}`,
    );
  }
  const { title, advice } = channel === 'email' ? situation : frames[channel];
  return {
    ...compose(situation, channel, frames, slots),
    id,
    title,
    channel,
    advice,
    act: message,
  };
}

function standardAct(situation: KnownSituation | undefined): ActMessage {
  return situation?.started ? 'resign' : 'withdraw';
}

/**
 * Throws a ContentError for the first situation or act that names an unknown slot, or whose email has
 * too few or too many words in one of its tones, all filled in or with nothing but what has to be.
 */
export function checkMessages(messages: Messages): void {
  const { situations, acts, frames, slots } = messages;
  const known = new Map<string, unknown>(slots);
  const and = (parts: readonly string[]) =>
    new Map([...known, ...parts.map((part) => [part, part] as const)]);
  for (const [channel, { frame }] of Object.entries(frames)) {
    demandSlots('content/messages/channels.yaml', `${channel}.frame`, frame, and(PARTS));
  }
  for (const [act, said] of Object.entries(acts)) {
    for (const [field, text] of Object.entries(said)) {
      if (typeof text !== 'string') continue;
      demandSlots('content/messages/acts.yaml', `${act}.${field}`, text, known);
    }
  }
  for (const situation of situations.values()) {
    demandSlots(situation.file, 'body', situation.body, and(['act', 'close']));
    demandSlots(situation.file, 'why', situation.why, known);
    for (const act of ACT_MESSAGES) checkLength(situation, act, messages);
  }
}

function checkLength(
  known: KnownSituation,
  act: ActMessage,
  { acts, frames, slots }: Messages,
): void {
  if (known.started !== (act === 'resign')) return;
  const situation = withAct(known, act, acts);
  if (!channelsOf(situation).includes('email')) return;
  for (const tone of ['plain', 'warm'] satisfies Tone[]) {
    for (const values of [undefined, {}]) {
      for (const paper of [true, false]) {
        const { words } = compose(situation, 'email', frames, slots, { values, tone, paper });
        if (words >= GOOD_LENGTH.min && words <= GOOD_LENGTH.max) continue;
        throw new ContentError({
          file: known.file,
          field: 'body',
          found: `${words} words in the ${tone} tone with what acts.yaml says to ${act}`,
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
