import type { Answers, Mistake } from '../../forms/reading.ts';
import {
  CHANNELS,
  type Channel,
  type ChannelId,
  GOOD_LENGTH,
  type Situation,
  type Tone,
} from '../compose.ts';
import type { Slot } from '../template.ts';

/** What the composer knows: all of content/messages, as its page hands it over. */
export interface Catalog {
  readonly situations: Readonly<Record<string, OfferedSituation>>;
  readonly frames: Readonly<Record<ChannelId, Channel>>;
  readonly slots: Readonly<Record<string, Slot & { readonly lines?: number | undefined }>>;
  /** Ids of the countries whose law wants a signed contract ended on paper. */
  readonly paper: readonly string[];
}

export type OfferedSituation = Situation & { readonly channels: readonly ChannelId[] };

/** What somebody chose and filled in. */
export interface Draft {
  readonly id: string;
  readonly situation: OfferedSituation;
  readonly channel: ChannelId;
  readonly tone: Tone;
  /** The country chosen, if its law wants paper. */
  readonly paper: string | undefined;
  readonly values: Answers;
}

/**
 * The draft that `answers` describe. A choice that there is not becomes the first there is, so that
 * there is always a message. Throws an Error for a catalog without situations.
 */
export function draftOf(answers: Answers, { situations, paper }: Catalog): Draft {
  const chosen = answers['situation'] ?? '';
  const [first] = Object.entries(situations);
  const found = Object.hasOwn(situations, chosen) ? situations[chosen] : undefined;
  const [id, situation] = found ? [chosen, found] : (first ?? []);
  if (id === undefined || !situation) throw new Error('Found: no situation in content/messages.');
  const wanted = CHANNELS.find((channel) => channel === answers['channel']);
  const channel = wanted && situation.channels.includes(wanted) ? wanted : situation.channels[0];
  return {
    id,
    situation,
    channel: channel ?? 'email',
    tone: answers['tone'] === 'warm' ? 'warm' : 'plain',
    paper: paper.find((country) => country === answers['country']),
    values: answers,
  };
}

/** The most characters of a line, and of a field with several lines. */
const LIMIT = { line: 300, lines: 600 } as const;

/** A mistake for each of the slots `asked` that holds more than a line of a message should. */
export function tooLong(
  answers: Answers,
  asked: readonly string[],
  slots: Catalog['slots'],
): Mistake[] {
  return asked.flatMap((slot) => {
    const length = [...(answers[slot] ?? '').trim()].length;
    const limit = slots[slot]?.lines ? LIMIT.lines : LIMIT.line;
    if (length <= limit) return [];
    const field = slots[slot]?.label ?? slot;
    return [{ field: slot, mistake: 'tooLong', blanks: { field, limit, length } }];
  });
}

/** How `words` words of a message in `channel` read, by the advice for what is read and not heard. */
export function lengthOf(words: number, channel: ChannelId): 'short' | 'good' | 'long' | 'spoken' {
  if (channel !== 'email' && channel !== 'letter') return 'spoken';
  if (words < GOOD_LENGTH.min) return 'short';
  return words > GOOD_LENGTH.max ? 'long' : 'good';
}
