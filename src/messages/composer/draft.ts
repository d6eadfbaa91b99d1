import type { FormAnswers } from '../../forms/form-answers.ts';
import { ACTS, type Act, mostCareful, type WayOut, wayOut, weigh } from '../../plan/places/act.ts';
import { ACCEPTANCES, type Commitment, JOBS } from '../../plan/places/commitment.ts';
import { type ActMessage, withAct } from '../act-words.ts';
import {
  CHANNELS,
  type ChannelId,
  framed,
  GOOD_LENGTH,
  type Length,
  type Situation,
  slotsOf,
  type Tone,
} from '../compose.ts';
import { NOTE_CHANNELS, noteMessage } from '../notes.ts';
import type { Catalog, ComposerPlace, ComposerRule } from './catalog.ts';

/** What somebody chose and filled in. */
export interface Draft {
  readonly id: string;
  /** The situation with the words that end it, or a note. */
  readonly situation: Situation;
  /** How the channels frame it. */
  readonly frames: Catalog['frames'];
  /** What to know before it goes out through its channel. */
  readonly advice: string | undefined;
  /** What can be said through: the situation's channels, the first one first. */
  readonly channels: readonly ChannelId[];
  readonly channel: ChannelId;
  readonly tone: Tone;
  /** Three sentences or all; what is no email is never short. */
  readonly length: Length;
  /** Id of the place; `undefined` until it is chosen, and then nothing can be sent. */
  readonly country: string | undefined;
  /** What the law of the place and the reader's choice come to. */
  readonly act: Act | undefined;
  /** The way in which it is done. */
  readonly way: WayOut | undefined;
  /** What ends it: nothing where it is a note. */
  readonly message: ActMessage | undefined;
  /** Whom to ask before the message goes out, and the words for that. */
  readonly ask: readonly NonNullable<ComposerRule['say']>[];
  /** Whether the first day of this situation is still to come, and can be told in a call. */
  readonly ahead: boolean;
  /**
   * Whether to call before anything is written, as the first day is near. Never where the place is not
   * known, somebody else has to be asked first, or the message does not go to the employer.
   */
  readonly callsFirst: boolean;
  /** Whether only a letter on paper counts. */
  readonly paper: boolean;
  /** The letter of the law of the place, where this message is one, and the language of its day. */
  readonly letter: ComposerPlace['letter'];
  readonly signed: boolean;
  readonly values: FormAnswers;
}

/**
 * The draft that `answers` describe. A choice that there is not becomes the first there is, so that
 * there is always a message; without a place it does not say what ends it. Throws an Error for a
 * catalog without situations.
 */
export function draftOf(answers: FormAnswers, catalog: Catalog): Draft {
  const { situations, notes, places } = catalog;
  const chosen = answers['situation'] ?? '';
  const note = Object.hasOwn(notes, chosen) ? notes[chosen] : undefined;
  const [first] = Object.entries(situations);
  const found = Object.hasOwn(situations, chosen) ? situations[chosen] : undefined;
  const [id, open] = found ? [chosen, found] : (first ?? []);
  if (id === undefined || !open) throw new Error('Found: no situation in content/messages.');

  // No law of a place changes a note, whatever was answered for another message.
  const country = note
    ? undefined
    : Object.keys(places).find((place) => place === answers['country']);
  const place = country === undefined ? undefined : places[country];
  const commitment = commitmentOf(answers, place);
  const weighed = place && weigh(commitment, place.law);
  const wish = ACTS.filter((act) => act === answers['act']);
  const act = weighed && mostCareful([weighed.act, ...wish]);
  const paper = place?.letter !== undefined;
  const messageFor = (channel: ChannelId | undefined): ActMessage =>
    messageOf({ act, paper, channel, job: commitment.job, started: open.started });

  const wanted = CHANNELS.find((channel) => channel === answers['channel']);
  const offered = note
    ? NOTE_CHANNELS
    : (withAct(open, messageFor(wanted), catalog.acts).channels ?? CHANNELS);
  const ask = (weighed?.steps ?? []).flatMap(({ rule }) => rule.say ?? []);
  const ahead =
    !(note || open.started || open.missed) && (open.channels ?? CHANNELS).includes('phone');
  const isSoon = ahead && answers['soon'] === 'yes';
  const callsFirst = isSoon && act !== undefined && ask.length === 0 && offered.includes('phone');
  const channels = callsFirst ? [...new Set<ChannelId>(['phone', ...offered])] : offered;
  const channel = channels.find((one) => one === wanted) ?? channels[0] ?? 'email';
  const length = channel === 'email' && answers['length'] === 'short' ? 'short' : 'full';
  const message = note ? undefined : messageFor(channel);
  const situation = note
    ? noteMessage(note, length)
    : withAct(open, messageFor(channel), catalog.acts, length);
  const letter = act === 'notice' && channel === 'letter' ? place?.letter : undefined;
  const { frames } = catalog;
  return {
    ...{ id: note ? chosen : id, channels, channel, country, act, message, ask, ahead, callsFirst },
    ...{ paper, letter, situation, length },
    advice: (note || channel === 'email' ? situation : frames[channel]).advice,
    frames: framed(frames, channel, note && channel === 'phone' ? note.spoken : letter?.frame),
    way: act && wayOut(act, { paper, job: commitment.job }),
    tone: answers['tone'] === 'warm' ? 'warm' : 'plain',
    signed: commitment.accepted === 'signed',
    values: answers,
  };
}

/** What the fields of the composer say of somebody's yes. A job that the place lacks is a licensed one. */
function commitmentOf(answers: FormAnswers, place: ComposerPlace | undefined): Commitment {
  const job = JOBS.find((one) => one === answers['job']) ?? 'ordinary';
  const known = job === 'ordinary' || place === undefined || place.law.jobs[job] !== undefined;
  return {
    accepted: ACCEPTANCES.find((yes) => yes === answers['accepted']),
    trial: answers['trial'] === 'yes',
    job: known ? job : 'licensed',
    clauses: answers['fixed'] === 'yes' ? { 'fixed-term': 'yes' } : {},
  };
}

interface ActCircumstances {
  readonly act: Act | undefined;
  readonly paper: boolean;
  readonly channel: ChannelId | undefined;
  readonly job: Commitment['job'];
  readonly started: boolean;
}

/** The message that carries out `act`: to whom it goes, and what it says to end it. */
function messageOf({ act, paper, channel, job, started }: ActCircumstances): ActMessage {
  if (act === undefined) return 'open';
  if (job === 'match') return 'waiver';
  if (act === 'advice') return 'advice';
  if (job === 'texasTeacher') return 'board';
  if (act === 'release') return act;
  if (paper && act === 'notice' && channel !== 'letter') return 'courtesy';
  return started ? 'resign' : act;
}

/** The slots that the message of `draft` asks for; those of a letter only for a letter. */
export function slotsFor({ situation, channel, frames, ...circumstances }: Draft): string[] {
  return slotsOf(situation, channel, frames, circumstances);
}

/** How `words` words of a message read, by the advice for what is read and not heard. */
export function lengthOf(
  words: number,
  { channel, length }: Pick<Draft, 'channel' | 'length'>,
): 'brief' | 'short' | 'good' | 'long' | 'spoken' {
  if (channel !== 'email' && channel !== 'letter') return 'spoken';
  if (length === 'short') return 'brief';
  if (words < GOOD_LENGTH.min) return 'short';
  return words > GOOD_LENGTH.max ? 'long' : 'good';
}
