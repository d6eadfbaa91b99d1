import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureFor } from '../../../../src/newsletter/returns/failure.ts';
import { readReport } from '../../../../src/newsletter/returns/report.ts';
import { complaint, deliveryReport, madeMail, recipientFields } from './made-report.ts';

/** What a delivery report means for ada@example.com. */
async function meaning(raw: Buffer, own = 'ada@example.com') {
  const report = await readReport(raw);
  if (report.kind !== 'delivery') throw new Error(report.kind);
  return failureFor(report.recipients, report.atRecipient, (address) => address === own);
}

const one = (status: string, more?: Parameters<typeof recipientFields>[2]) =>
  deliveryReport({ recipients: [recipientFields('ada@example.com', status, more)] });

/** Rows of codes that mean the same. */
const withMeaning = (meant: string, codes: string) =>
  codes.split(' ').map((code): [string, string] => [code, meant]);

const real = (name: string): Buffer =>
  readFileSync(new URL(`reports/${name}.eml`, import.meta.url));

describe('a report that a real server made', () => {
  it.each([
    ['exim-gone', { meaning: 'gone', code: '5.1.1' }],
    ['exim-plain', { meaning: 'gone', code: '550' }],
    ['exim-full', { meaning: 'full', code: '5.2.2' }],
    ['exim-spam', { meaning: 'refused', code: '5.7.1' }],
    ['exim-delayed', { meaning: 'nothing', code: '4.0.0' }],
  ])('%s', async (name, failure) => {
    expect(await meaning(real(name))).toEqual(failure);
    expect(await readReport(real(name))).toMatchObject({
      kind: 'delivery',
      clues: {
        messageIds: [expect.stringMatching(/^<[0-9a-f]{32}@example\.org>$/), expect.anything()],
        unsubscribeTokens: [expect.stringMatching(/^[\w-]{64}$/)],
        returnPaths: expect.arrayContaining([
          expect.stringMatching(/^bounces\+[0-9a-z]{39}@lists\.example\.org$/),
        ]),
      },
    });
  });
});

describe('what a delivery report means', () => {
  it.each([
    // No such mailbox: RFC 3463, sections 3.2 and 3.3, and RFC 7505 for 5.1.10.
    ...withMeaning('gone', '5.1.0 5.1.1 5.1.2 5.1.3 5.1.6 5.1.10 5.2.1'),
    // Full, whether the server gave up at once or after days.
    ...withMeaning('full', '5.2.2 4.2.2'),
    // About the sender, the mail, the way there, or a policy.
    ...withMeaning('refused', '5.1.7 5.1.8 5.2.0 5.2.3 5.3.4 5.4.4 5.6.0 5.7.1 4.1.1 4.4.1'),
    ...withMeaning('refused', '5.11.1 5.1.11'),
  ])('%s: %s', async (code, expected) => {
    expect(await meaning(one(code))).toEqual({ meaning: expected, code });
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded', ''])(
    'is nothing for what is "%s"',
    async (action) => {
      for (const code of ['5.1.1', '4.2.2', '5.2.2']) {
        expect(await meaning(one(code, { action }))).toMatchObject({ meaning: 'nothing' });
      }
    },
  );

  it.each([
    ['5.0.0', '550 5.1.1 <ada@example.com>: no such user', 'gone', '5.1.1'],
    ['4.4.7', '452 4.2.2 mailbox over quota', 'full', '4.2.2'],
    ['5.0.0', '550-5.1.1 The account does not exist. 550 5.1.1 gsmtp', 'gone', '5.1.1'],
    ['5.0.0', '552 mailbox is full', 'full', '552'],
    // No code of the server that is part of an address of a network.
    ['5.0.0', '554 connection from 5.1.1.9 refused', 'refused', '554'],
    // Its own code is not doubted for what the last server said.
    ['5.7.1', '550 5.1.1 no such user', 'refused', '5.7.1'],
    // Words without a code: 550 alone may be about us.
    ['5.0.0', '550 no such user', 'refused', '550'],
    ['5.0.0', '', 'refused', '5.0.0'],
  ])('%s with "%s": %s', async (status, diagnostic, expected, code) => {
    expect(await meaning(one(status, { diagnostic }))).toEqual({ meaning: expected, code });
  });

  it.each([
    ['host said: 550 no such user (in reply to RCPT TO command)', 'gone'],
    ['host said: 550 no such user (in reply to end of DATA command)', 'refused'],
  ])('without enhanced codes goes by the step: %s', async (words, expected) => {
    const fields = recipientFields('ada@example.com', '5.0.0', { diagnostic: '550 no such user' });
    expect(await meaning(deliveryReport({ recipients: [fields], words }))).toMatchObject({
      meaning: expected,
    });
  });

  it('goes by the person among several recipients', async () => {
    const recipients = [
      recipientFields('ada@example.com', '2.0.0', { action: 'delivered' }),
      recipientFields('bob@example.com', '5.1.1'),
    ];
    const raw = deliveryReport({ recipients });
    expect(await meaning(raw)).toMatchObject({ meaning: 'nothing' });
    expect(await meaning(raw, 'bob@example.com')).toMatchObject({ meaning: 'gone' });
    // Neither is the person: one of those whom their mail was passed on to still gets it.
    expect(await meaning(raw, 'eve@example.com')).toMatchObject({ meaning: 'nothing' });
    const all = recipients.slice(1);
    expect(await meaning(deliveryReport({ recipients: all }), 'eve@example.com')).toMatchObject({
      meaning: 'gone',
    });
  });

  it('is read where a server puts all fields into one group', async () => {
    const fields = `Reporting-MTA: dns; a.example\r\n${recipientFields('ada@example.com', '5.1.1')}`;
    const raw = deliveryReport({ recipients: [] }).toString();
    const one = raw.replace('Reporting-MTA: dns; mx.example.com\r\n', `${fields}\r\n`);
    expect(await meaning(Buffer.from(one))).toMatchObject({ meaning: 'gone' });
  });

  it('is read in base64, in an international report, and in whatever case', async () => {
    const fields = recipientFields('ada@example.com', '5.1.1').replace('Action', 'ACTION');
    const recipients = [fields.replace('failed', 'Failed')];
    for (const form of [{}, { encoding: 'base64' }, { international: true }] as const) {
      const raw = deliveryReport({ recipients, ...form });
      expect(await meaning(raw)).toMatchObject({ meaning: 'gone' });
    }
  });

  it.each([
    ['jos\u00e9@example.com', 'jos\u00e9@example.com'],
    ['jos\\x{E9}@example.com', 'jos\u00e9@example.com'],
    ['\\x{110000}@example.com', '\\x{110000}@example.com'],
  ])('names an international address: %s', async (written, address) => {
    const report = await readReport(
      deliveryReport({
        recipients: [recipientFields(written, '5.1.1', { type: 'utf-8' })],
        international: true,
      }),
    );
    expect(report).toMatchObject({ recipients: [{ addresses: [address] }] });
  });
});

describe('a complaint', () => {
  it('says of what type it is, and which mail it is about', async () => {
    const raw = complaint('Abuse', {
      fields: ['Original-Mail-From: <bounces+abc@example.org>'],
      quoted: ['Message-ID: <1@example.org>', 'Return-Path: <x@example.org>'],
    });
    expect(await readReport(raw)).toEqual({
      kind: 'complaint',
      feedback: 'abuse',
      clues: {
        returnPaths: ['abuse@example.org', 'bounces+abc@example.org', 'x@example.org'],
        messageIds: ['<1@example.org>'],
        unsubscribeTokens: [],
      },
    });
  });
});

describe('what is no report', () => {
  const plain = (...headers: string[]) => Buffer.from([...headers, '', 'I am away.'].join('\r\n'));

  it.each([
    [plain('Auto-Submitted: auto-replied (vacation)', 'Subject: Away')],
    [plain('Precedence: bulk')],
    [plain('X-Autoreply: yes')],
    [
      madeMail(
        ['Content-Type: multipart/report; boundary=part'],
        [{ type: 'text/plain', text: '' }],
      ),
    ],
    [
      madeMail(
        ['Content-Type: multipart/report; boundary=part; report-type=disposition-notification'],
        [{ type: 'message/disposition-notification', text: 'Disposition: displayed' }],
      ),
    ],
  ])('is automatic where a program wrote it', async (raw) => {
    expect(await readReport(raw)).toEqual({ kind: 'automatic' });
  });

  it.each([
    [plain('Subject: Thank you', 'Auto-Submitted: no')],
    [plain('Subject: Delivery Status Notification (Failure)')],
    [Buffer.from('')],
    [Buffer.from('no mail at all')],
    // A person who passes on what came back to them.
    [
      madeMail(
        ['Content-Type: multipart/mixed; boundary=part'],
        [{ type: 'message/rfc822', text: one('5.1.1').toString() }],
      ),
    ],
  ])('is left to people otherwise', async (raw) => {
    expect(await readReport(raw)).toEqual({ kind: 'other' });
  });

  it('is nothing that breaks the reader', async () => {
    const report = one('5.1.1');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(report.length),
        fc.uint8Array({ maxLength: 200 }),
        async (at, noise) => {
          const bent = Buffer.concat([report.subarray(0, at), noise, report.subarray(at)]);
          expect(await readReport(bent)).toHaveProperty('kind');
        },
      ),
    );
  });
});
