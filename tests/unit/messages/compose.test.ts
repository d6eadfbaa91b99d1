import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_MESSAGES, withAct } from '../../../src/messages/act-words.ts';
import {
  CHANNELS,
  compose,
  GOOD_LENGTH,
  plainText,
  slotsOf,
  textOf,
} from '../../../src/messages/compose.ts';
import { channelsOf } from '../../../src/messages/messages.ts';
import { writtenMessages } from './written-messages.ts';

const { situations, acts, frames, slots } = writtenMessages();
/** Each situation with the words of each act that it can come to. */
const situated = [...situations.values()].flatMap((known) =>
  ACT_MESSAGES.filter((act) => act !== 'open' && known.started === (act === 'resign')).map(
    (act) => ({ id: `${known.id} to ${act}`, ...withAct(known, act, acts) }),
  ),
);
const situation = fc.constantFrom(...situated);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '  ', '[their name]', '{role}', '<warm: x>'),
);
const values = fc.dictionary(fc.constantFrom(...slots.keys()), value);
const options = fc.record({
  values: fc.option(values, { nil: undefined }),
  tone: fc.constantFrom('plain' as const, 'warm' as const),
  paper: fc.boolean(),
});

describe('compose', () => {
  it('leaves no blank without pointing it out, for any situation, channel and input', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom(...CHANNELS), options, (one, channel, given) => {
        const { subject = [], paragraphs, unfilled } = compose(one, channel, frames, slots, given);
        const runs = [...subject, ...paragraphs.flat()];
        const blanks = runs.filter(({ kind }) => kind === 'slot').map(({ text }) => text);
        expect(new Set(unfilled)).toEqual(new Set(blanks));
        // What no sender typed holds neither brackets nor braces nor groups.
        const own = runs.filter(({ kind }) => kind === 'text').map(({ text }) => text);
        expect(own.join('')).not.toMatch(/[[\]{}<>|]/);
        for (const slot of slotsOf(one, channel, frames)) expect([...slots.keys()]).toContain(slot);
      }),
      { numRuns: 500 },
    );
  });

  it('has no blank left once all that it asks for is filled in', () => {
    for (const one of situated) {
      for (const channel of channelsOf(one)) {
        const filled = Object.fromEntries(slotsOf(one, channel, frames).map((id) => [id, 'x']));
        const { unfilled } = compose(one, channel, frames, slots, { values: filled });
        expect({ id: one.id, channel, unfilled }).toEqual({ id: one.id, channel, unfilled: [] });
      }
    }
  });

  it('asks for no blank that is marked as optional', () => {
    const optional = [...slots].filter(([, slot]) => slot.optional).map(([id]) => id);
    expect(optional.length).toBeGreaterThan(0);
    for (const one of situated) {
      for (const channel of channelsOf(one)) {
        const asked = slotsOf(one, channel, frames).filter((id) => !optional.includes(id));
        const given = { values: Object.fromEntries(asked.map((id) => [id, 'x'])) };
        const { unfilled } = compose(one, channel, frames, slots, given);
        expect({ id: one.id, channel, unfilled }).toEqual({ id: one.id, channel, unfilled: [] });
      }
    }
  });

  it('counts an empty slot as one word, and a letter without its addresses', () => {
    const one = situated.find(({ id }) => id === 'another-offer to withdraw');
    if (!one) throw new Error('Found: no another-offer.');
    const email = compose(one, 'email', frames, slots, { values: {} });
    const letter = compose(one, 'letter', frames, slots, { values: {} });
    expect(letter.words).toBe(email.words);
    expect(plainText(letter).length).toBeGreaterThan(plainText(email).length);
    expect(textOf(email.subject ?? [])).toBe('Withdrawing my acceptance: [job title], [your name]');
    expect(letter.subject).toBeUndefined();
  });

  it('has a line to sign on only where the law wants paper', () => {
    const one = situated.find(({ id }) => id === 'any-reason to release');
    if (!one) throw new Error('Found: no any-reason.');
    const letter = (paper: boolean) =>
      plainText(compose(one, 'letter', frames, slots, { values: {}, paper }));
    expect(letter(true)).toMatch(/Sincerely,\n\n_{20,}\n\[your name\]$/);
    expect(letter(false)).toMatch(/Sincerely,\n\[your name\]$/);
  });

  it.each(situated)('reads well as $id, in any tone and with nothing optional', (one) => {
    for (const channel of channelsOf(one)) {
      for (const tone of ['plain', 'warm'] as const) {
        for (const given of [undefined, {}]) {
          const message = compose(one, channel, frames, slots, { values: given, tone });
          const text = plainText(message);
          expect(text).not.toMatch(/ {2}|\n{3}| [.,:]|\.\.|,,/);
          expect(text).not.toMatch(/\brescind|\brenege/i);
          if (channel !== 'email') continue;
          expect(message.words).toBeGreaterThanOrEqual(GOOD_LENGTH.min);
          expect(message.words).toBeLessThanOrEqual(GOOD_LENGTH.max);
        }
      }
    }
  });
});
