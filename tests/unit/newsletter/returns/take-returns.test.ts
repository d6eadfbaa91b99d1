import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { returnAddresses } from '../../../../src/newsletter/letters/return-address.ts';
import { takeReturns } from '../../../../src/newsletter/returns/take-returns.ts';
import type { List } from '../../../../src/newsletter/store/list.ts';
import { at, DAY, everybodyOn, hashOf, KEY, MINUTE, NOW, newStore } from '../store/opened-store.ts';
import { complaint, deliveryReport, madeMail, recipientFields } from './made-report.ts';
import { leavingHeaderOf, messageIdOf, returnPathOf, sendLetter } from './sent-letter.ts';

const ADA = 'ada@example.com';
const BOB = 'bob@example.com';
const LATER = NOW + DAY;

const keyed = (key = KEY) => ({ hashes: keyedHashes(key), addresses: returnAddresses(key) });

/** Takes mails, and says what was said of each and which of them were handled. */
async function take(list: List, mails: readonly (Buffer | undefined)[], now = LATER) {
  const said: string[] = [];
  const handled: number[] = [];
  async function* incoming() {
    for (const [index, raw] of mails.entries()) {
      yield { raw, handled: async () => void handled.push(index) };
    }
  }
  const say = (line: string) => void said.push(line);
  const taken = await takeReturns(incoming(), { list, keyed: keyed(), now: () => now, say });
  return { said, handled, taken };
}

/** A list of two people who have got a letter. */
async function afterALetter(letter = 'one') {
  const made = newStore();
  for (const email of [ADA, BOB]) await made.subscribe(email);
  await sendLetter(made.store, letter, NOW + MINUTE);
  const people = async () => (await everybodyOn(made.store)).map(({ email }) => email).toSorted();
  return { ...made, people };
}

/** A report about the letter's mail to Ada, that came to its own address of returns. */
const aboutAda = (status: string, letter = 'one', action = 'failed') =>
  deliveryReport({
    recipients: [recipientFields(ADA, status, { action })],
    to: returnPathOf(letter, ADA),
  });

const proofs = {
  'the address it came to': { to: returnPathOf('one', ADA) },
  'the Message-ID it quotes': { quoted: [`Message-ID: ${messageIdOf('one', ADA)}`] },
  'the link to leave it quotes': { quoted: [leavingHeaderOf(ADA)] },
};

describe('a report that there is no such mailbox', () => {
  it.each(Object.entries(proofs))('ends the letters at once, by %s', async (_, proof) => {
    const { store, people, rows } = await afterALetter();
    const raw = deliveryReport({ recipients: [recipientFields(ADA, '5.1.1')], ...proof });
    const { said, handled, taken } = await take(store, [raw]);
    expect(said).toEqual([
      expect.stringMatching(
        /^1\. Not delivered, no such mailbox \(5\.1\.1\)(, one)?\. Taken off the list\.$/,
      ),
    ]);
    expect({ handled, taken }).toEqual({ handled: [0], taken: { mails: 1, removed: 1 } });
    expect(await people()).toEqual([BOB]);
    expect((await store.importBatch([ADA], { source: 's', givenOn: undefined }, NOW))[0]).toBe(
      'suppressed',
    );
    expect(rows('SELECT event, source FROM consents ORDER BY id').at(-1)).toEqual({
      event: 'unsubscribe',
      source: 'delivery report 5.1.1',
    });
  });

  it('is of no use a second time, also where its reader came back', async () => {
    const { store, people, subscribe } = await afterALetter();
    const raw = aboutAda('5.1.1');
    await take(store, [raw, raw]);
    expect(await people()).toEqual([BOB]);
    await subscribe(ADA, LATER);
    const { said, taken } = await take(store, [raw]);
    expect(said).toEqual([
      '1. Not delivered, no such mailbox (5.1.1), one. Known already, nothing done.',
    ]);
    expect(taken.removed).toBe(0);
    expect(await people()).toContain(ADA);
  });

  it('tells a provider that somebody is to be taken off', async () => {
    const { store, subscribe, rows } = newStore('confirmed');
    await subscribe(ADA);
    await sendLetter(store, 'one', NOW + MINUTE);
    await take(store, [aboutAda('5.1.1')]);
    expect(rows("SELECT errand FROM outbox WHERE state = 'waiting'")).toEqual([
      { errand: 'leave' },
    ]);
  });

  it('counts for the letter where its reader left by themselves', async () => {
    const { store } = await afterALetter();
    await store.unsubscribe(hashOf(ADA), at(NOW + 2 * MINUTE));
    const { said } = await take(store, [aboutAda('5.1.1')]);
    expect(said[0]).toMatch(/Not on the list any more, nothing done\.$/);
    expect(await store.letterFigures()).toMatchObject([{ returned: 1, left: 1 }]);
  });
});

describe('a full mailbox', () => {
  const letters = ['one', 'two', 'three', 'four'];
  const timeOf = (letter: string) => NOW + (1 + letters.indexOf(letter)) * DAY;

  async function afterLetters(...ids: readonly string[]) {
    const made = newStore();
    for (const email of [ADA, BOB]) await made.subscribe(email);
    for (const id of ids) await sendLetter(made.store, id, timeOf(id));
    const people = async () => (await everybodyOn(made.store)).map(({ email }) => email).toSorted();
    return { ...made, people };
  }

  it('ends the letters after three of them in a row', async () => {
    const { store, people } = await afterLetters('one', 'two');
    const mails = [
      ...[aboutAda('5.2.2', 'one'), aboutAda('5.2.2', 'one'), aboutAda('4.2.2', 'two')],
      aboutAda('5.2.2', 'three'),
    ];
    const { said } = await take(store, mails.slice(0, 3));
    expect(said).toEqual([
      // The second one may have arrived.
      '1. Not delivered, the mailbox is full (5.2.2), one. Counted, nothing done.',
      '2. Not delivered, the mailbox is full (5.2.2), one. Known already, nothing done.',
      '3. Not delivered, the mailbox is full (4.2.2), two. Nothing done: 2 of 3 letters in a row.',
    ]);
    expect(await people()).toEqual([ADA, BOB]);
    await sendLetter(store, 'three', timeOf('three'));
    expect((await take(store, mails.slice(3))).said[0]).toMatch(/Taken off the list\.$/);
    expect(await people()).toEqual([BOB]);
  });

  it('ends them in whatever order the reports come', async () => {
    const { store, people } = await afterLetters('one', 'two', 'three');
    await take(
      store,
      ['three', 'one', 'two'].map((letter) => aboutAda('5.2.2', letter)),
    );
    expect(await people()).toEqual([BOB]);
  });

  it('ends nothing where one arrived in between, or since', async () => {
    const between = await afterLetters(...letters);
    await take(
      between.store,
      ['one', 'two', 'four'].map((letter) => aboutAda('5.2.2', letter)),
    );
    expect(await between.people()).toEqual([ADA, BOB]);
    const since = await afterLetters(...letters);
    await take(
      since.store,
      ['one', 'two', 'three'].map((letter) => aboutAda('5.2.2', letter)),
    );
    expect(await since.people()).toEqual([ADA, BOB]);
  });

  it('is not full because it is said of a mail that is no letter', async () => {
    const { store, people } = await afterLetters('one', 'two', 'three');
    const raw = deliveryReport({
      recipients: [recipientFields(ADA, '5.2.2')],
      quoted: [leavingHeaderOf(ADA)],
    });
    await take(store, [raw, raw, raw]);
    expect(await people()).toEqual([ADA, BOB]);
  });
});

describe('a complaint', () => {
  const quoted = [`Message-ID: ${messageIdOf('one', ADA)}`];

  it.each(['abuse', 'fraud', 'opt-out'])('of type "%s" ends the letters at once', async (type) => {
    const { store, people, rows } = await afterALetter();
    const { said } = await take(store, [complaint(type, { quoted })]);
    expect(said).toEqual([`1. A complaint (${type}), one. Taken off the list.`]);
    expect(await people()).toEqual([BOB]);
    expect(rows('SELECT source FROM consents ORDER BY id').at(-1)).toEqual({ source: 'complaint' });
    expect(await store.letterFigures()).toMatchObject([{ complaints: 1, returned: 0, left: 0 }]);
  });

  it.each(['not-spam', 'virus', 'auth-failure', 'other'])(
    'of type "%s" does nothing',
    async (type) => {
      const { store, people } = await afterALetter();
      const { said, handled } = await take(store, [complaint(type, { quoted })]);
      expect(said).toEqual([`1. A complaint (${type}), one. Nothing done.`]);
      expect(handled).toEqual([0]);
      expect(await people()).toEqual([ADA, BOB]);
    },
  );

  it('is found by the sender it names', async () => {
    const { store, people } = await afterALetter();
    const fields = [`Original-Mail-From: <${returnPathOf('one', ADA)}>`];
    await take(store, [complaint('abuse', { fields })]);
    expect(await people()).toEqual([BOB]);
  });
});

describe('what does nothing', () => {
  const away = [
    `To: ${returnPathOf('one', ADA)}`,
    'Auto-Submitted: auto-replied',
    '',
    'I am away. 5.1.1',
  ];

  it.each([
    ['a delay', aboutAda('5.1.1', 'one', 'delayed'), /Not failed, or not yet \(5\.1\.1\), one\./],
    ['a delivery', aboutAda('2.0.0', 'one', 'delivered'), /Not failed, or not yet/],
    ['a policy', aboutAda('5.7.1'), /refused, perhaps because of us \(5\.7\.1\), one\. Counted/],
    ['a vacation', Buffer.from(away.join('\r\n')), /^1\. An automatic reply\. Nothing done\.$/],
  ])('%s', async (_, raw, sentence) => {
    const { store, people } = await afterALetter();
    const { said, handled } = await take(store, [raw]);
    expect(said[0]).toMatch(sentence);
    expect(handled).toEqual([0]);
    expect(await people()).toEqual([ADA, BOB]);
  });

  const recipients = [recipientFields(ADA, '5.1.1')];
  const theirs = returnAddresses('a key that somebody else made up alone');

  it.each([
    ['a recipient alone', deliveryReport({ recipients })],
    ['another Message-ID', deliveryReport({ recipients, quoted: ['Message-ID: <1@example.org>'] })],
    [
      'a forged address of returns',
      deliveryReport({ recipients, to: theirs.of('bounces@example.org', 'one', hashOf(ADA)) }),
    ],
    [
      'the address of returns of another letter',
      deliveryReport({ recipients, to: returnPathOf('never-sent', ADA) }),
    ],
    [
      'a bent link to leave',
      deliveryReport({ recipients, quoted: [leavingHeaderOf(ADA).replace('?t=', '?t=A')] }),
    ],
    ['a complaint about nobody', complaint('abuse', { quoted: [`To: ${ADA}`] })],
    ['a letter by hand', Buffer.from(`From: ${ADA}\r\nSubject: Thank you\r\n\r\nThank you.`)],
    ['a mail that is broken', madeMail(['Content-Type: multipart/report'], [])],
    ['a mail that is too large', undefined],
  ])('%s, which is left alone', async (name, raw) => {
    const { store, people, rows } = await afterALetter();
    const { said, handled, taken } = await take(store, [raw]);
    if (name !== 'a mail that is broken') {
      expect(said[0]).toMatch(/Left alone\.$/);
      expect(handled).toEqual([]);
    }
    expect(taken.removed).toBe(0);
    expect(await people()).toEqual([ADA, BOB]);
    expect(rows('SELECT * FROM letter_returns')).toEqual([]);
  });

  it('is said without an address, whatever happens', async () => {
    const { store } = await afterALetter();
    const mails = [
      ...['5.1.1', '5.2.2', '5.7.1', '4.2.1'].map((status) => aboutAda(status)),
      complaint(ADA, { quoted: [`Message-ID: ${messageIdOf('one', ADA)}`] }),
      deliveryReport({
        recipients: [`Final-Recipient: rfc822; ${ADA}\r\nAction: failed\r\nStatus: ${ADA}`],
        to: returnPathOf('one', BOB),
      }),
    ];
    const { said } = await take(store, mails);
    expect(said).toHaveLength(mails.length);
    expect(said.join('\n')).not.toMatch(/@|ada.*example/);
  });
});

describe('a report that a real server made', () => {
  it.each([
    ['gone', /no such mailbox \(5\.1\.1\), the-hour-after\. Taken off the list\./],
    ['plain', /no such mailbox \(550\), the-hour-after\. Taken off the list\./],
    ['full', /the mailbox is full \(5\.2\.2\), the-hour-after\. Nothing done: 1 of 3/],
    ['spam', /perhaps because of us \(5\.7\.1\), the-hour-after\. Counted/],
    ['delayed', /Not failed, or not yet \(4\.0\.0\), the-hour-after\. Nothing done\./],
  ])('of %s', async (name, sentence) => {
    const { store, subscribe } = newStore();
    await subscribe(name === 'delayed' ? 'slow@example.com' : `${name}@example.com`);
    await sendLetter(store, 'the-hour-after', NOW + MINUTE);
    const raw = readFileSync(new URL(`reports/exim-${name}.eml`, import.meta.url));
    expect((await take(store, [raw])).said[0]).toMatch(sentence);
  });
});

describe('the figures of a letter', () => {
  it('count who left after it, and before the next one', async () => {
    const { store, subscribe } = await afterALetter('one');
    await subscribe('eve@example.com', NOW + 2 * MINUTE);
    await store.unsubscribe(hashOf(ADA), at(NOW + 3 * MINUTE));
    await sendLetter(store, 'two', NOW + 4 * MINUTE);
    await store.unsubscribe(hashOf(BOB), at(NOW + 5 * MINUTE));
    await store.forget('eve@example.com', NOW + 6 * MINUTE);
    await store.suppressBatch(['dan@example.com'], 'left elsewhere', NOW + 6 * MINUTE);
    expect(await store.letterFigures()).toEqual([
      {
        ...{ letter: 'two', subject: 'About two', sent: 2, unsure: 0, failed: 0 },
        ...{ returned: 0, complaints: 0, left: 2 },
      },
      {
        ...{ letter: 'one', subject: 'About one', sent: 2, unsure: 0, failed: 0 },
        ...{ returned: 0, complaints: 0, left: 1 },
      },
    ]);
  });

  it('do not count among them whom a report took off', async () => {
    const { store } = await afterALetter();
    await take(store, [aboutAda('5.1.1')]);
    expect(await store.letterFigures()).toMatchObject([{ returned: 1, left: 0 }]);
  });
});
