import type { Loader } from 'astro/loaders';
import { expect, it } from 'vitest';
import { printing } from '../../../src/figures/loader.ts';
import { figureWith } from './example-figures.ts';

type Context = Parameters<Loader['load']>[0];

/** What a loader that reads one file hands on, once its figures are printed with `value`. */
async function loaded(value: number) {
  const got: Record<string, unknown> = {};
  const context = {
    generateDigest: (text: string) => text,
    parseData: async ({ data }: { data: object }) => data,
    store: { set: (entry: object) => Boolean(Object.assign(got, entry)) },
  };
  const reads: Loader = {
    name: 'reads',
    load: async ({ generateDigest, parseData, store }) => {
      const data = await parseData({ id: 'a', data: { answer: 'So [#one].' } });
      store.set({ id: 'a', data, body: 'Of [#one]', digest: generateDigest('Of [#one]') });
    },
  };
  // Of all that Astro hands over, the loader uses what stands above.
  await printing(reads, () => ({ one: figureWith({ value }) })).load(context as unknown as Context);
  return got;
}

it('prints figures in the fields and the text of an entry', async () => {
  expect(await loaded(28)).toMatchObject({ data: { answer: 'So 28%.' }, body: 'Of 28%' });
});

it('has an entry read anew once a figure changes', async () => {
  expect((await loaded(28))['digest']).not.toBe((await loaded(29))['digest']);
  expect((await loaded(28))['digest']).toBe((await loaded(28))['digest']);
});
