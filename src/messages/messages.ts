import { ContentError, shown } from '../site/content-error.ts';
import { ACT_MESSAGES, type ActMessage, withAct } from './act-words.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelId,
  type Composition,
  compose,
  GOOD_LENGTH,
  type Situation,
  type Tone,
} from './compose.ts';
import type { ActWords, Note, SituationData, SlotData } from './schema.ts';
import { type Slot, slotsIn, strayIn } from './template.ts';

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
  readonly title: string;
  readonly channel: ChannelId;
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
 * stands its tone. Throws an Error that lists what there is, the channels of this one, or what may follow.
 */
export function cardOf(id: string, messages: Messages): Card {
  const found = foundCard(id, messages);
  if ('allowed' in found) {
    throw new Error(`<Message id="${id}" />: there is no such message. Allowed: ${found.allowed}.`);
  }
  if ('note' in found) {
    const { note, channel, tone } = found;
    const { title, advice } = note;
    const composed = composeNote(note, channel, messages, { tone });
    return { ...composed, id, title, channel, advice, act: undefined };
  }
  const { situation, channel, act } = found;
  const { frames, slots } = messages;
  const { title, advice } = channel === 'email' ? situation : frames[channel];
  return { ...compose(situation, channel, frames, slots), id, title, channel, advice, act };
}

/** The channels in which a note can be said. */
const NOTE_CHANNELS = ['email', 'letter', 'phone'] as const satisfies readonly ChannelId[];

const TONES = ['plain', 'warm'] as const satisfies readonly Tone[];

/** `note` as it is said through `channel`, with its own words on the phone. */
function composeNote(
  { title, subject, body, spoken, blanks }: Note,
  channel: ChannelId,
  { frames, slots }: Messages,
  circumstances: Parameters<typeof compose>[4],
): Composition {
  const own = Object.entries(blanks).map(([id, label]) => [id, { label }] as const);
  const situation = { title, subject, body, news: '', why: '' };
  const framed = { ...frames, phone: { ...frames.phone, frame: spoken } };
  return compose(
    situation,
    channel,
    framed,
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
  const [name = '', wanted = 'email', act, ...rest] = id.split('/');
  const note = notes.get(name);
  if (note) return foundNote(note, id);
  const known = situations.get(name);
  const message = ACT_MESSAGES.find((one) => one === (act ?? standardAct(known)));
  const situation = known && message && withAct(known, message, acts);
  const channel = situation && channelsOf(situation).find((one) => one === wanted);
  if (known && situation && channel && rest.length === 0) {
    return { situation, channel, act: message };
  }
  const names = known
    ? channelsOf(known).map((one) => `${name}/${one}`)
    : [...situations.keys(), ...notes.keys()];
  const ending = known ? `, and behind it, after a slash: ${ACT_MESSAGES.join(', ')}` : '';
  return { allowed: `${names.join(', ')} (content/messages/)${ending}` };
}

function foundNote(note: Note, id: string) {
  const [name = '', wanted = 'email', how = 'plain', ...rest] = id.split('/');
  const channel = NOTE_CHANNELS.find((one) => one === wanted);
  const tone = TONES.find((one) => one === how);
  if (channel && tone && rest.length === 0) return { note, channel, tone };
  const names = NOTE_CHANNELS.map((one) => `${name}/${one}`);
  const allowed = `${names.join(', ')} (content/messages/notes.yaml), and behind it, after a slash: `;
  return { allowed: `${allowed}${TONES.join(', ')}` };
}

function standardAct(situation: KnownSituation | undefined): ActMessage {
  return situation?.started ? 'resign' : 'withdraw';
}

/** A mistake in a field of content/, with the keys that lead to it. */
export interface FieldMistake {
  readonly file: string;
  readonly path: readonly string[];
  readonly found: string;
  readonly allowed: string;
}

/**
 * What is wrong with the messages beyond their shape: each unknown slot, and each situation whose email
 * has too few or too many words in one of its tones, all filled in or with nothing but what has to be.
 */
export function messageMistakes(messages: Messages): FieldMistake[] {
  const { situations, acts, frames, slots } = messages;
  const known = [...slots.keys()];
  return [
    ...Object.entries(frames).flatMap(([channel, { frame }]) =>
      slotMistakes('content/messages/channels.yaml', [channel, 'frame'], frame, [
        ...known,
        ...PARTS,
      ]),
    ),
    ...Object.entries(acts).flatMap(([act, said]) =>
      Object.entries(said).flatMap(([field, text]) =>
        typeof text === 'string'
          ? slotMistakes('content/messages/acts.yaml', [act, field], text, known)
          : [],
      ),
    ),
    ...[...situations.values()].flatMap((situation) => {
      const { file, body, why } = situation;
      const unknown = [
        ...slotMistakes(file, ['body'], body, [...known, 'act', 'close']),
        ...slotMistakes(file, ['why'], why, known),
      ];
      // Whoever mends a slot changes how long the message is.
      return unknown.length > 0 ? unknown : lengthMistakes(situation, messages);
    }),
    ...[...messages.notes].flatMap(([id, note]) => noteMistakes(id, note, messages)),
  ];
}

const NOTES = 'content/messages/notes.yaml';

function noteMistakes(id: string, note: Note, messages: Messages): FieldMistake[] {
  const blanks = [...messages.slots.keys(), ...Object.keys(note.blanks)];
  const unknown = (['subject', 'body', 'spoken'] as const).flatMap((field) =>
    slotMistakes(NOTES, [id, field], note[field], blanks),
  );
  if (unknown.length > 0) return unknown;
  for (const tone of TONES) {
    for (const values of [undefined, {}]) {
      const { words } = composeNote(note, 'email', messages, { values, tone });
      if (words >= GOOD_LENGTH.min && words <= GOOD_LENGTH.max) continue;
      const found = `${words} words in the ${tone} tone`;
      return [{ file: NOTES, path: [id, 'body'], found, allowed: GOOD_WORDS }];
    }
  }
  return [];
}

const GOOD_WORDS = `${GOOD_LENGTH.min} to ${GOOD_LENGTH.max} words, greeting and name included`;

/** Throws a ContentError for the first mistake of `messageMistakes`. */
export function checkMessages(messages: Messages): void {
  const [mistake] = messageMistakes(messages);
  if (mistake) throw new ContentError({ ...mistake, field: mistake.path.join('.') });
}

/** The first of a situation's emails that is too short or too long: mending it moves the others. */
function lengthMistakes(known: KnownSituation, messages: Messages): FieldMistake[] {
  for (const act of ACT_MESSAGES) {
    const found = lengthOff(known, act, messages);
    if (!found) continue;
    return [{ file: known.file, path: ['body'], found, allowed: GOOD_WORDS }];
  }
  return [];
}

function lengthOff(
  known: KnownSituation,
  act: ActMessage,
  { acts, frames, slots }: Messages,
): string | undefined {
  if (known.started !== (act === 'resign')) return undefined;
  const situation = withAct(known, act, acts);
  if (!channelsOf(situation).includes('email')) return undefined;
  // A slot that an act or a frame names, and that there is not, is told there.
  const any = new Map([...anySlots(situation, frames), ...slots]);
  for (const tone of TONES) {
    for (const values of [undefined, {}]) {
      for (const paper of [true, false]) {
        const { words } = compose(situation, 'email', frames, any, { values, tone, paper });
        if (words >= GOOD_LENGTH.min && words <= GOOD_LENGTH.max) continue;
        return `${words} words in the ${tone} tone with what acts.yaml says to ${act}`;
      }
    }
  }
  return undefined;
}

function anySlots(situation: Situation, { email }: Messages['frames']): [string, Slot][] {
  const texts = [situation.subject, situation.body, situation.news, situation.why, email.frame];
  return texts.flatMap(slotsIn).map((slot) => [slot, { label: slot }]);
}

/** What a frame may name beside slots. */
const PARTS = ['subject', 'body', 'news', 'why'];

/** What is wrong with a text in the language of template.ts that may name the `known` slots. */
export function slotMistakes(
  file: string,
  path: readonly string[],
  text: string,
  known: readonly string[],
): FieldMistake[] {
  const allowed = `${known.join(', ')} (content/messages/slots.yaml)`;
  const unknown = slotsIn(text)
    .filter((slot) => !known.includes(slot))
    .map((slot) => ({ file, path, found: `{${slot}}`, allowed }));
  const stray = strayIn(text);
  if (stray === undefined) return unknown;
  const pairs = '{slots} and <parts> whose brackets stand in pairs, with | only within < and >';
  return [...unknown, { file, path, found: shown(stray), allowed: pairs }];
}
