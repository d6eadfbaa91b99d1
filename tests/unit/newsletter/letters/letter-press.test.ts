import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it, vi } from 'vitest';
import { messageOf } from '../../../../src/newsletter/delivery/message.ts';
import { composer } from '../../../../src/newsletter/delivery/smtp.ts';
import { UNSUBSCRIBE_MARK } from '../../../../src/newsletter/letters/built-letter.ts';
import { letterMail } from '../../../../src/newsletter/letters/letter-mail.ts';
import { letterPress } from '../../../../src/newsletter/letters/letter-press.ts';

const SITE = { origin: 'https://example.com', base: '/some/path/' };
const FROM = { name: 'Second Thoughts', address: 'letters@example.com' };
const NOW = Date.UTC(2026, 0, 5, 9);
const MESSAGE_ID = `<${'0123456789abcdef'.repeat(2)}@example.com>`;

const bare = (message: Buffer): string =>
  String(message)
    .replace(/--_NmP-[0-9a-f]+-/g, '--')
    .replace(/^Date: .*$/m, '');

const sign = fc.constantFrom(...'abcXYZ019-_');
const token = fc.string({ unit: sign, minLength: 64, maxLength: 64 });
const email = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'abc.-+_1'), minLength: 1, maxLength: 60 }),
    fc.constantFrom("o'neil", 'r&d', 'a=b', '$&', '{x}'),
  )
  .map((local) => `${local}@example.org`);
const prose = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab =.é再,\n'), maxLength: 90 }),
      fc.constant(UNSUBSCRIBE_MARK),
      fc.constant(`${'x'.repeat(30)}<a href="${UNSUBSCRIBE_MARK}">`),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a letter that is printed', () => {
  it('is the same, byte for byte, as one that was written for its reader alone', async () => {
    const plain = composer(undefined);
    await fc.assert(
      fc.asyncProperty(prose, prose, token, email, async (html, text, unsubscribeToken, to) => {
        const letter = { id: 'x', subject: 'The hour — after', html, text, from: FROM };
        const print = await letterPress(letter, SITE, undefined, () => NOW);
        const reader = { email: to, unsubscribeToken };
        const printed = Buffer.concat(await print({ ...reader, messageId: MESSAGE_ID }));
        const mail = letterMail(letter, SITE, reader);
        const written = await plain.message(messageOf(mail, FROM, MESSAGE_ID));
        expect(bare(printed)).toBe(bare(written));
      }),
      { numRuns: 150 },
    );
  });

  it('says the time it goes out, and is signed', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const dkim = {
      ...{ domainName: 'example.com', keySelector: 'x', headerFieldNames: 'From:To' },
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
    const letter = { id: 'x', subject: 'S', html: '<p>H</p>', text: 'T', from: FROM };
    const now = vi.fn(() => NOW);
    const print = await letterPress(letter, SITE, dkim, now);
    now.mockReturnValue(NOW + 86_400_000);
    const reader = { email: 'ada@example.com', unsubscribeToken: 'u'.repeat(64) };
    const printed = await print({ ...reader, messageId: MESSAGE_ID });
    const mail = await simpleParser(Buffer.concat(printed));
    expect(mail.date?.getTime()).toBe(NOW + 86_400_000);
    expect(mail.headers.has('dkim-signature')).toBe(true);
  });
});
