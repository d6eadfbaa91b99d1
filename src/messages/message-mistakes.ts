import { ContentError, shown } from '../site/content-error.ts';
import { ACT_MESSAGES, type ActMessage, withAct } from './act-words.ts';
import { compose, flagsOf, GOOD_LENGTH, type Situation, TONES, textOf } from './compose.ts';
import { channelsOf, composeNote, type KnownSituation, type Messages } from './messages.ts';
import type { Note } from './schema.ts';
import { countSentences } from './sentence-count.ts';
import { resolveGroups, runsOf, type Slot, type Slots, slotsIn, strayIn } from './template.ts';

/** A mistake in a field of content/, with the keys that lead to it. */
export interface FieldMistake {
  readonly file: string;
  readonly path: readonly string[];
  readonly found: string;
  readonly allowed: string;
}

/**
 * What is wrong with the messages beyond their shape: each unknown slot, and in any tone, all filled in or
 * with nothing but what has to be, an email with too few or too many words, or a short one that has other
 * than three sentences.
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
      Object.entries(said).flatMap(([field, text]) => {
        if (typeof text !== 'string') return [];
        const path = [act, field];
        const unknown = slotMistakes(ACTS, path, text, known);
        const count = field === 'brief' ? SENTENCES.act : SENTENCES.whole;
        if (unknown.length > 0 || !(field === 'brief' || field === 'short')) return unknown;
        return sentenceMistakes({ file: ACTS, path, text, count }, slots);
      }),
    ),
    ...[...situations.values()].flatMap((situation) => {
      const { file, body, short, why } = situation;
      const unknown = [
        ...slotMistakes(file, ['body'], body, [...known, 'act', 'close']),
        ...slotMistakes(file, ['short'], short, known),
        ...slotMistakes(file, ['why'], why, known),
      ];
      // Whoever mends a slot changes how long the message is.
      if (unknown.length > 0) return unknown;
      const reason = { file, path: ['short'], text: short, count: SENTENCES.reason };
      return [...lengthMistakes(situation, messages), ...sentenceMistakes(reason, slots)];
    }),
    ...[...messages.notes].flatMap(([id, note]) => noteMistakes(id, note, messages)),
    ...blankMistakes(messages),
  ];
}

const ACTS = 'content/messages/acts.yaml';
const NOTES = 'content/messages/notes.yaml';

/** Sentences of a short email: those of the situation and of the act, and of what is written whole. */
const SENTENCES = { reason: 1, act: 2, whole: 3 } as const;

function noteMistakes(id: string, note: Note, messages: Messages): FieldMistake[] {
  const blanks = [...messages.slots.keys(), ...Object.keys(note.blanks)];
  const unknown = (['subject', 'body', 'short', 'spoken'] as const).flatMap((field) =>
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
  const own = Object.entries(note.blanks).map(([name, label]) => [name, { label }] as const);
  const short = { file: NOTES, path: [id, 'short'], text: note.short, count: SENTENCES.whole };
  return sentenceMistakes(short, new Map<string, Slot>([...messages.slots, ...own]));
}

/** Blanks of notes that mean another thing elsewhere: the composer has one field for each name. */
function blankMistakes({ notes, slots }: Messages): FieldMistake[] {
  const labels = new Map([...slots].map(([name, { label }]) => [name, label]));
  return [...notes].flatMap(([id, { blanks }]) =>
    Object.entries(blanks).flatMap(([name, label]) => {
      const other = labels.get(name);
      labels.set(name, label);
      if (other === undefined || (other === label && !slots.has(name))) return [];
      const allowed = `another name, or the blank that there is: ${shown(other)}`;
      return [{ file: NOTES, path: [id, 'blanks', name], found: shown(label), allowed }];
    }),
  );
}

interface Counted {
  readonly file: string;
  readonly path: readonly string[];
  readonly text: string;
  /** How many sentences it has to have. */
  readonly count: number;
}

/** A text that has too few or too many sentences, in the first way of saying it that does. */
function sentenceMistakes({ file, path, text, count }: Counted, slots: Slots): FieldMistake[] {
  for (const tone of TONES) {
    for (const paper of [false, true]) {
      for (const values of [undefined, {}]) {
        const said = resolveGroups(text, flagsOf({ tone, paper }), slots, values);
        const found = countSentences(textOf(runsOf(said, slots, values)));
        if (found === count) continue;
        const sentences = (number: number) =>
          `${number} ${number === 1 ? 'sentence' : 'sentences'}`;
        return [
          {
            ...{ file, path, found: `${sentences(found)} in the ${tone} tone` },
            allowed: `exactly ${sentences(count)}, with all that can be filled in and with none of it`,
          },
        ];
      }
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
