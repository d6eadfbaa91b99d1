import { getCollection } from 'astro:content';
import { ContentError } from '../site/content-error.ts';
import { loadEntry } from '../site/load.ts';
import { CHANNELS, type ChannelId } from './compose.ts';
import { checkMessages } from './message-mistakes.ts';
import type { Messages } from './messages.ts';

let built: Promise<Messages> | undefined;

/**
 * All messages, read once for a build and anew for each page in development, where it throws a
 * ContentError for an unknown slot, for an email that is too short or too long, and for a short one without its three sentences.
 */
export function loadMessages(): Promise<Messages> {
  if (import.meta.env.DEV) return load();
  built ??= load();
  return built;
}

async function load(): Promise<Messages> {
  const [situations, acts, channels, slots, notes] = await Promise.all([
    getCollection('messages'),
    loadEntry('acts'),
    getCollection('channels'),
    loadEntry('slots'),
    getCollection('notes'),
  ]);
  const frames = new Map(channels.map(({ id, data }) => [id, data]));
  const channel = (id: ChannelId) => {
    const data = frames.get(id);
    if (data) return data;
    const file = 'content/messages/channels.yaml';
    throw new ContentError({ file, field: id, found: 'nothing', allowed: 'a channel' });
  };
  const messages: Messages = {
    acts,
    situations: new Map(
      situations
        .toSorted((a, b) => a.data.order - b.data.order)
        .map(({ id, filePath, data }) => [id, { ...data, id, file: filePath ?? id }]),
    ),
    frames: Object.fromEntries(CHANNELS.map((id) => [id, channel(id)])) as Messages['frames'],
    slots: new Map(Object.entries(slots)),
    notes: new Map(notes.map(({ id, data }) => [id, data])),
  };
  // Before a build, its content is checked as a whole.
  if (import.meta.env.DEV) checkMessages(messages);
  return messages;
}
