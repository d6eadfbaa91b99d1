import { ACT_MESSAGES, type ActMessage, withAct } from './act-words.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelId,
  type Composition,
  compose,
  framed,
  type Length,
  type SenderCircumstances,
  TONES,
} from './compose.ts';
import { NOTE_CHANNELS, noteMessage } from './notes.ts';
import type { ActWords, Note, SituationData, SlotData } from './schema.ts';
import type { Slot, Values } from './template.ts';

/** A situation as content/messages has it, by the name of its file. */
export type KnownSituation = SituationData & { readonly id: string; readonly file: string };

/** All that content/messages says. Situations are in the order in which they are offered. */
export interface Messages {
  readonly situations: ReadonlyMap<string, KnownSituation>;
  /** What ends it. */
  readonly acts: ActWords;
  /** Messages that end nothing, by id. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly frames: Readonly<Record<ChannelId, Channel>>;
  readonly slots: ReadonlyMap<string, SlotData>;
}

/** A message that an article shows: composed, with its blanks in brackets. */
export interface Card extends Composition {
  readonly id: string;
  /** Its situation or note, as the composer takes it. */
  readonly situation: string;
  readonly title: string;
  readonly channel: ChannelId;
  readonly length: Length;
  readonly advice: string | undefined;
  /** What ends it; nothing where the message is a note. */
  readonly act: ActMessage | undefined;
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
 * `situation/channel/act`; somebody who has started resigns. A note ends nothing, so behind its channel
 * stands its tone. `short`, at the end of an email's, gives its three sentences. Throws an Error that
 * lists what there is, the channels of this one, or what may follow.
 */
export function cardOf(id: string, messages: Messages): Card {
  const found = foundCard(id, messages);
  if ('allowed' in found) {
    throw new Error(`<Message id="${id}" />: there is no such message. Allowed: ${found.allowed}.`);
  }
  const { situation, channel, length } = found;
  const card = { id, situation, channel, length };
  if ('note' in found) {
    const { note, tone } = found;
    const { title, advice } = note;
    return {
      ...composeNote(note, channel, messages, { tone, length }),
      ...card,
      title,
      advice,
      act: undefined,
    };
  }
  const { message, act } = found;
  const { frames, slots } = messages;
  const { title, advice } = channel === 'email' ? message : frames[channel];
  return { ...compose(message, channel, frames, slots), ...card, title, advice, act };
}

/** `note` as it is said through `channel`, with its own words on the phone. */
export function composeNote(
  note: Note,
  channel: ChannelId,
  { frames, slots }: Messages,
  {
    length,
    ...circumstances
  }: SenderCircumstances & { length?: Length; values?: Values | undefined } = {},
): Composition {
  const own = Object.entries(note.blanks).map(([id, label]) => [id, { label }] as const);
  return compose(
    noteMessage(note, length),
    channel,
    framed(frames, 'phone', note.spoken),
    new Map<string, Slot>([...slots, ...own]),
    circumstances,
  );
}

/** What an article may ask for in place of the card called `id`, or nothing where there is that card. */
export function allowedInsteadOf(id: string, messages: Messages): string | undefined {
  const found = foundCard(id, messages);
  return 'allowed' in found ? found.allowed : undefined;
}

function foundCard(id: string, { situations, acts, notes }: Messages) {
  const { situation: name, wanted, how, length, isWhole } = partsOf(id);
  const note = notes.get(name);
  if (note) return foundNote(note, id);
  const known = situations.get(name);
  const act = ACT_MESSAGES.find((one) => one === (how ?? standardAct(known)));
  const message = known && act && withAct(known, act, acts, length);
  const channel = message && channelsOf(message).find((one) => one === wanted);
  if (known && message && channel && isWhole) {
    return { situation: name, message, channel, length, act };
  }
  const names = known
    ? channelsOf(known).map((one) => `${name}/${one}`)
    : [...situations.keys(), ...notes.keys()];
  const ending = known ? `${BEHIND}${[...ACT_MESSAGES, SHORT].join(', ')}` : '';
  return { allowed: `${names.join(', ')} (content/messages/)${ending}` };
}

function foundNote(note: Note, id: string) {
  const { situation, wanted, how = 'plain', length, isWhole } = partsOf(id);
  const channel = NOTE_CHANNELS.find((one) => one === wanted);
  const tone = TONES.find((one) => one === how);
  if (channel && tone && isWhole) return { situation, note, channel, tone, length };
  const names = NOTE_CHANNELS.map((one) => `${situation}/${one}`);
  const ending = `${BEHIND}${[...TONES, SHORT].join(', ')}`;
  return { allowed: `${names.join(', ')} (content/messages/notes.yaml)${ending}` };
}

const BEHIND = ', and behind it, after a slash: ';

const SHORT: Length = 'short';

/** What an id says, part by part. Only an email can be short, and nothing may stand behind that. */
function partsOf(id: string) {
  const parts = id.split('/');
  const [situation = '', wanted = 'email', ...rest] = parts;
  const isShort = rest.at(-1) === SHORT && wanted === 'email';
  const [how, ...more] = isShort ? rest.slice(0, -1) : rest;
  const length: Length = isShort ? SHORT : 'full';
  return { situation, wanted, how, length, isWhole: more.length === 0 };
}

function standardAct(situation: KnownSituation | undefined): ActMessage {
  return situation?.started ? 'resign' : 'withdraw';
}
