import { getCollection, getEntry } from 'astro:content';
import { checkSlots } from './compose.ts';
import type { MessageData } from './schema.ts';

/** A message with its id, which is its file name. */
export type Message = MessageData & { readonly id: string };

/**
 * The message `id`. Throws an Error that lists the messages there are, or a ContentError for a slot
 * that there is not.
 */
export async function loadMessage(id: string): Promise<Message> {
  const entry = await getEntry('messages', id);
  if (entry) {
    checkSlots(entry.filePath ?? id, entry.data, await slotLabels());
    return { id, ...entry.data };
  }
  const known = (await getCollection('messages')).map((message) => message.id);
  throw new Error(
    `<Message id="${id}" />: there is no such message. Allowed: ${known.join(', ')} (content/messages/).`,
  );
}

/** The first of the messages `ids` that is said on the phone. */
export async function phoneScript(ids: readonly string[]): Promise<string | undefined> {
  const messages = await Promise.all(ids.map(loadMessage));
  return messages.find(({ channel }) => channel === 'phone')?.id;
}

/** What an empty slot prints, by slot id. */
export async function slotLabels(): Promise<Map<string, string>> {
  const entries = await getCollection('slots');
  return new Map(entries.map(({ id, data }) => [id, data.label]));
}
