import { getCollection, getEntry } from 'astro:content';
import type { MessageData, Slot } from './schema.ts';

/** A message with its id, which is its file name. */
export type Message = MessageData & { readonly id: string };

/** The message `id`. Throws an Error that lists the messages there are. */
export async function loadMessage(id: string): Promise<Message> {
  const entry = await getEntry('messages', id);
  if (entry) return { id, ...entry.data };
  const known = (await getCollection('messages')).map((message) => message.id);
  throw new Error(
    `<Message id="${id}" />: there is no such message. Allowed: ${known.join(', ')} (content/messages/).`,
  );
}

/** All slots by id. */
export async function loadSlots(): Promise<Map<string, Slot>> {
  const entries = await getCollection('slots');
  return new Map(entries.map(({ id, data }) => [id, { id, ...data }]));
}
