import { describe, expect, it } from 'vitest';
import { messageSchema, slotSchema } from '../../../src/messages/schema.ts';
import { mistakesIn } from '../site/mistakes.ts';
import { wordsOf } from '../site/prose.ts';

const email = {
  title: 'Another offer',
  channel: 'email',
  order: 1,
  use: 'Use this one when you have taken another job.',
  subject: 'Withdrawing my acceptance: {role}',
  body: wordsOf(80),
};
const { subject: _, ...call } = { ...email, channel: 'phone' };

describe('messageSchema', () => {
  it.each([60, 110])('takes an email of %i words', (words) => {
    expect(mistakesIn(messageSchema, { ...email, body: wordsOf(words) })).toEqual([]);
  });

  it.each([59, 111])('refuses an email of %i words', (words) => {
    expect(mistakesIn(messageSchema, { ...email, body: wordsOf(words) })).toEqual([
      `body: Found: ${words} words. Allowed: 60 to 110 words.`,
    ]);
  });

  it('counts a slot as one word', () => {
    const body = `{recipient} ${wordsOf(58)} {contract-date}`;
    expect(mistakesIn(messageSchema, { ...email, body })).toEqual([]);
    expect(mistakesIn(messageSchema, { ...email, body: body.replace('{recipient}', '') })).toEqual([
      'body: Found: 59 words. Allowed: 60 to 110 words.',
    ]);
  });

  it.each(['phone', 'voicemail'])('lets what is said on a %s be short or long', (channel) => {
    expect(mistakesIn(messageSchema, { ...call, channel, body: 'Hello.' })).toEqual([]);
    expect(mistakesIn(messageSchema, { ...call, channel, body: wordsOf(300) })).toEqual([]);
  });

  it.each([
    ['an email without a subject', { ...email, subject: undefined }, /^subject: Found: nothing/],
    [
      'a phone call with a subject',
      { ...call, subject: 'x' },
      /Found: "subject"\. Allowed: channel, title, order, use, body, advice\.$/,
    ],
    [
      'another channel',
      { ...email, channel: 'fax' },
      'channel: Found: "fax". Allowed: "email", "phone", "voicemail".',
    ],
    ['a blank body', { ...call, body: ' ' }, /^body: Found: ""/],
    ['half an order', { ...email, order: 1.5 }, 'order: Found: 1.5. Allowed: a whole number.'],
    ['no order', { ...email, order: 0 }, 'order: Found: 0. Allowed: more than 0.'],
    ['an unknown field', { ...email, bdy: 'x' }, /Found: "bdy"\. Allowed: channel, subject, title/],
  ])('refuses %s', (_name, message, sentence) => {
    expect(mistakesIn(messageSchema, message)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('slotSchema', () => {
  it('needs a label, a hint and an example', () => {
    const slot = { label: 'their name', hint: 'Who made the offer', example: 'Ms. Rivera' };
    expect(mistakesIn(slotSchema, slot)).toEqual([]);
    expect(mistakesIn(slotSchema, { label: 'x', examle: 'y' })).toEqual([
      expect.stringMatching(/^hint: Found: nothing/),
      expect.stringMatching(/^example: Found: nothing/),
      expect.stringMatching(/Found: "examle"\. Allowed: label, hint, example\.$/),
    ]);
  });
});
