import type { z } from 'zod';
import { CHANNELS } from '../../../src/messages/compose.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import {
  actWordsSchema,
  channelSchema,
  notesSchema,
  situationSchema,
  slotsSchema,
} from '../../../src/messages/schema.ts';
import { entriesOf, filesOf, read } from '../content/written-content.ts';

/** All of content/messages, as it is written. */
export function writtenMessages(): Messages {
  const situations = filesOf('messages/*.yaml')
    .filter(({ id }) => !['acts', 'channels', 'notes', 'slots'].includes(id))
    .map(({ file, id, data }) => ({ ...read(situationSchema, file, data), id, file }))
    .toSorted((a, b) => a.order - b.order);
  const frames = new Map<string, z.output<typeof channelSchema>>(
    entriesOf('messages/channels.yaml').map(([id, data]) => [id, read(channelSchema, id, data)]),
  );
  const [slots] = filesOf('messages/slots.yaml');
  const [notes] = filesOf('messages/notes.yaml');
  const [acts] = filesOf('messages/acts.yaml');
  return {
    situations: new Map(situations.map((situation) => [situation.id, situation])),
    // The test of the content looks that each is there.
    frames: Object.fromEntries(
      CHANNELS.map((id) => [id, frames.get(id)]),
    ) as unknown as Messages['frames'],
    notes: new Map(Object.entries(read(notesSchema, 'notes.yaml', notes?.data))),
    acts: read(actWordsSchema, 'acts.yaml', acts?.data),
    slots: new Map(Object.entries(read(slotsSchema, 'slots.yaml', slots?.data))),
  };
}
