import type { AstroIntegration } from 'astro';
import { addressNote, formNote } from './publishing.ts';

/** Says after a build for `address` what its owner has to know before it is published. */
export function publishingNotes(address: string): AstroIntegration {
  return {
    name: 'second-thoughts:publishing-notes',
    hooks: {
      'astro:build:done': ({ logger }) => {
        for (const note of [addressNote(process.env, address), formNote(process.env)]) {
          if (note) logger[note.level](note.text);
        }
      },
    },
  };
}
