import type { ChannelId, Length, Situation } from './compose.ts';
import type { Note } from './schema.ts';

/** The channels in which a note can be said. */
export const NOTE_CHANNELS = ['email', 'letter', 'phone'] as const satisfies readonly ChannelId[];

/** `note` as a message, all of it or three sentences. It ends nothing, so it brings no news. */
export function noteMessage(
  note: Pick<Note, 'title' | 'subject' | 'body' | 'short' | 'advice'>,
  length: Length = 'full',
): Situation {
  return { ...note, body: length === 'short' ? note.short : note.body, news: '', why: '' };
}
