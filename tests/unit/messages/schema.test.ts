import { describe, expect, it } from 'vitest';
import { situationSchema, slotsSchema } from '../../../src/messages/schema.ts';
import { mistakesIn } from '../site/mistakes.ts';

const situation = {
  title: 'Another offer',
  order: 1,
  use: 'Use this one when you have taken another job.',
  body: 'Thank you. {act} {close}',
  short: 'I have taken another job.',
  why: 'I have taken another job.',
};

describe('situationSchema', () => {
  it('takes a situation', () => {
    expect(mistakesIn(situationSchema, situation)).toEqual([]);
    expect(mistakesIn(situationSchema, { ...situation, channels: ['email'] })).toEqual([]);
  });

  it.each([
    ['no title', { ...situation, title: undefined }, /^title: Found: nothing/],
    [
      'a body without what ends it',
      { ...situation, body: 'Thank you. {act}' },
      /^body: Found: "Thank you\. \{act\}"\. Allowed: a text with \{act\} and \{close\}/,
    ],
    [
      'another channel',
      { ...situation, channels: ['fax'] },
      'channels.0: Found: "fax". Allowed: "email", "letter", "phone", "voicemail", "text".',
    ],
    ['a blank body', { ...situation, body: ' ' }, /^body: Found: ""/],
    ['half an order', { ...situation, order: 1.5 }, 'order: Found: 1.5. Allowed: a whole number.'],
    ['no order', { ...situation, order: 0 }, 'order: Found: 0. Allowed: more than 0.'],
    ['an unknown field', { ...situation, bdy: 'x' }, /Found: "bdy"\. Allowed: title, order, use/],
  ])('refuses %s', (_name, message, sentence) => {
    expect(mistakesIn(situationSchema, message)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('slotsSchema', () => {
  it('needs a label, a hint and an example', () => {
    const slot = { label: 'their name', hint: 'Who made the offer', example: 'Ms. Rivera' };
    expect(mistakesIn(slotsSchema, { recipient: slot })).toEqual([]);
    expect(mistakesIn(slotsSchema, { recipient: { label: 'x', examle: 'y' } })).toEqual([
      expect.stringMatching(/^recipient.hint: Found: nothing/),
      expect.stringMatching(/^recipient.example: Found: nothing/),
      expect.stringMatching(/Found: "examle"\. Allowed: label, hint, example, default, optional, /),
    ]);
  });
});
