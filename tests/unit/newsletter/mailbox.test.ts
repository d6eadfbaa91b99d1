import { expect, it } from 'vitest';
import { mailboxOf } from '../../../src/newsletter/mailbox.ts';
import { DAY, HOUR, NOW, newStore, signUp } from './store/opened-store.ts';

it.each([
  ['Ada.Lovelace@example.com', 'adalovelace@example.com'],
  ['a.d.a.lovelace+news@example.com', 'adalovelace@example.com'],
  ['ada+a+b@googlemail.com', 'ada@gmail.com'],
  ['ada@gmail.com', 'ada@gmail.com'],
  // Nothing would be left of it.
  ['+x@example.com', '+x@example.com'],
  ['ada-lovelace@example.com', 'ada-lovelace@example.com'],
])('%s is one of %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});

it('counts once for the limit on mails by any spelling, and each spelling is written to as typed', async () => {
  const { store, sendAll } = newStore();
  const spellings = ['ada+1@gmail.com', 'a.d.a@gmail.com', 'ADA+2@googlemail.com', 'ada@gmail.com'];
  const sent: string[] = [];
  for (const [index, email] of spellings.entries()) {
    await store.signUp(signUp(email, NOW + index * HOUR));
    sent.push(...(await sendAll(NOW + index * HOUR)));
  }
  expect(sent).toEqual([
    'confirm ada+1@gmail.com',
    'confirm a.d.a@gmail.com',
    'confirm ADA+2@googlemail.com',
    'nothing ',
  ]);
  await store.signUp(signUp('ada@gmail.com', NOW + DAY + HOUR));
  expect(await sendAll(NOW + DAY + HOUR)).toEqual(['confirm ada@gmail.com']);
});

it('is not locked out by what a wrong clock wrote', async () => {
  const { store, sendAll } = newStore();
  await store.signUp(signUp('ada@example.com', NOW + 365 * DAY));
  await store.signUp(signUp('ada@example.com', NOW));
  expect(await sendAll(NOW + 366 * DAY)).toEqual([
    'confirm ada@example.com',
    'confirm ada@example.com',
  ]);
});
