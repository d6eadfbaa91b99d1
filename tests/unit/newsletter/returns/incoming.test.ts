import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CommandError } from '../../../../src/newsletter/command/command-error.ts';
import { imapMails, imapSettings } from '../../../../src/newsletter/returns/imap.ts';
import { type Incoming, LARGEST } from '../../../../src/newsletter/returns/incoming.ts';
import { maildirMails } from '../../../../src/newsletter/returns/maildir.ts';
import { mailsIn, streamedMails } from '../../../../src/newsletter/returns/mbox.ts';
import { imapStub } from './imap-server.ts';

/** What the mails say, each handled where `handles` says so. */
async function read(
  mails: AsyncIterable<Incoming>,
  handles: (said: string | undefined) => boolean = () => true,
) {
  const read: (string | undefined)[] = [];
  for await (const { raw, handled } of mails) {
    const said = raw?.toString();
    read.push(said);
    if (handles(said)) await handled();
  }
  return read;
}

describe('the mails on standard input', () => {
  const POSTMARK = 'From MAILER-DAEMON Fri Nov 27 08:42:47 2026\n';

  it('are one where it is no mbox', () => {
    const mail = `Subject: A\n\n${POSTMARK}not the next one`;
    expect(mailsIn(Buffer.from(mail)).map(String)).toEqual([mail]);
    expect(mailsIn(Buffer.from(' \n'))).toEqual([]);
  });

  it('are as many as an mbox holds, with the lines that it had to mark', () => {
    const file = `${POSTMARK}Subject: A\n\nFrom here on.\n\n>From there\n>>From\u00e9 B\n\n${POSTMARK}Subject: B\r\n\r\n\r\n${POSTMARK}Subject: C\n`;
    expect(mailsIn(Buffer.from(file)).map(String)).toEqual([
      'Subject: A\n\nFrom here on.\n\nFrom there\n>>From\u00e9 B\n\n',
      'Subject: B\r\n\r\n\r\n',
      'Subject: C\n',
    ]);
  });

  it('keep every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const mail = Buffer.concat([Buffer.from('Subject: A\n\n'), bytes]);
        expect(Buffer.concat(mailsIn(mail))).toEqual(mail);
      }),
    );
  });

  it('are not read where they are too large', async () => {
    const large = Buffer.alloc(LARGEST + 1, 'a');
    expect(await read(streamedMails(Readable.from([large])))).toEqual([undefined]);
  });
});

describe('the mails of a Maildir', () => {
  function maildir(mails: Readonly<Record<string, string | Buffer>>) {
    const folder = mkdtempSync(join(tmpdir(), 'maildir-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const place of ['new', 'cur', 'tmp']) mkdirSync(join(folder, place));
    for (const [path, text] of Object.entries(mails)) writeFileSync(join(folder, path), text);
    const names = () =>
      ['new', 'cur'].flatMap((place) =>
        readdirSync(join(folder, place)).map((name) => `${place}/${name}`),
      );
    return { folder, names };
  }

  it('become seen where they are handled, and stay where they are otherwise', async () => {
    const { folder, names } = maildir({
      'new/1.a': 'one',
      'new/2.a': 'two',
      'cur/3.a:2,': 'three',
      'cur/4.a:2,FR': 'four',
      'cur/5.a:2,S': 'seen',
      'cur/6.a:2,T': 'in the bin',
      'new/.hidden': 'no mail',
    });
    const mails = () => read(maildirMails(folder), (said) => said !== 'two');
    expect(await mails()).toEqual(['one', 'two', 'three', 'four']);
    expect(names()).toEqual([
      ...['new/.hidden', 'new/2.a'],
      ...['cur/1.a:2,S', 'cur/3.a:2,S', 'cur/4.a:2,FRS', 'cur/5.a:2,S', 'cur/6.a:2,T'],
    ]);
    expect(await mails()).toEqual(['two']);
  });

  it('take the place of no other', async () => {
    const { folder, names } = maildir({ 'new/1.a': 'one', 'cur/1.a:2,S': 'another' });
    await expect(read(maildirMails(folder))).rejects.toThrow(/cannot be written \(EEXIST\)/);
    expect(names()).toEqual(['new/1.a', 'cur/1.a:2,S']);
  });

  it('may be moved by somebody else meanwhile', async () => {
    const { folder } = maildir({ 'new/1.a': 'one', 'new/2.a': 'two' });
    const moving = read(maildirMails(folder), () => {
      rmSync(join(folder, 'new/2.a'), { force: true });
      rmSync(join(folder, 'new/1.a'), { force: true });
      return true;
    });
    expect(await moving).toEqual(['one']);
  });

  it('are not read where they are too large', async () => {
    const { folder, names } = maildir({ 'new/1.a': Buffer.alloc(LARGEST + 1) });
    expect(await read(maildirMails(folder), () => false)).toEqual([undefined]);
    expect(names()).toEqual(['new/1.a']);
  });

  it('are told to be missing', async () => {
    const folder = join(tmpdir(), 'no-such-maildir');
    await expect(read(maildirMails(folder))).rejects.toThrow(
      new CommandError(`${folder} is no Maildir: it should hold the folders new and cur.`),
    );
  });
});

describe('the mails of a mailbox', () => {
  const PASSWORD = 'hush';
  const kept = (uid: number, text: string, seen = false) => ({ uid, raw: Buffer.from(text), seen });
  const at = (port: number | undefined, password = PASSWORD, mailbox = 'INBOX') =>
    imapSettings(`imap://ada:${password}@127.0.0.1:${port}/${mailbox}`, {});

  it('become seen where they are handled alone', async () => {
    const mails = [kept(7, 'one'), kept(8, 'two'), kept(9, 'three', true)];
    const { port } = await imapStub({ password: PASSWORD, mails });
    const reading = () => read(imapMails(at(port)), (said) => said === 'one');
    expect(await reading()).toEqual(['one', 'two']);
    expect(mails.map(({ seen }) => seen)).toEqual([true, false, true]);
    expect(await reading()).toEqual(['two']);
  });

  it('are not read where they are too large', async () => {
    const mails = [{ uid: 7, raw: Buffer.alloc(LARGEST + 1), seen: false }];
    const { port, told } = await imapStub({ password: PASSWORD, mails });
    expect(await read(imapMails(at(port)), () => false)).toEqual([undefined]);
    expect(told.join('\n')).not.toContain('BODY');
  });

  it.each([
    [{ password: 'another' }, /did not take the user and the password/],
    [{ mailbox: 'Nowhere' }, /does not open Nowhere/],
    [{ hangsUpAt: 'UID SEARCH' }, /could not be reached, or went silent/],
  ])('are told to be out of reach: %o', async (wrong: Record<string, string>, sentence) => {
    const { password = PASSWORD, mailbox, hangsUpAt } = wrong;
    const { port } = await imapStub({
      password: PASSWORD,
      mails: [kept(7, 'one')],
      ...(hangsUpAt !== undefined && { hangsUpAt }),
    });
    const reading = read(imapMails(at(port, password, mailbox)));
    await expect(reading).rejects.toThrow(sentence);
    await expect(reading).rejects.toThrow(/^(?!.*hush)/);
    await expect(reading).rejects.toBeInstanceOf(CommandError);
  });

  it('ask for TLS before the password, but on this machine', async () => {
    const { port, told } = await imapStub({ password: PASSWORD, mails: [] });
    const elsewhere = { ...at(port), isLocal: false };
    await expect(read(imapMails(elsewhere))).rejects.toBeInstanceOf(CommandError);
    expect(told.join('\n')).not.toContain('LOGIN');
  });
});

describe('the address of a mailbox', () => {
  it('says all, or leaves the secrets to the environment', () => {
    const env = { BOUNCE_IMAP_USER: 'ada@example.com', BOUNCE_IMAP_PASSWORD: ' with spaces ' };
    expect(imapSettings('imaps://mail.example.com', env)).toEqual({
      host: 'mail.example.com',
      port: 993,
      secure: true,
      isLocal: false,
      user: 'ada@example.com',
      password: ' with spaces ',
      mailbox: 'INBOX',
    });
    expect(imapSettings('imap://a%40b:p%2Fq@[::1]:1143/Bounces%20in', env)).toMatchObject({
      host: '::1',
      port: 1143,
      secure: false,
      isLocal: true,
      user: 'a@b',
      password: 'p/q',
      mailbox: 'Bounces in',
    });
    expect(imapSettings('imap://mail.example.com/', env)).toMatchObject({ port: 143 });
  });

  it.each([
    ['mail.example.com', '--imap should be an address such as imaps://'],
    ['https://hush@mail.example.com', '--imap should be an address such as imaps://'],
    ['imaps://', '--imap should be an address such as imaps://'],
    ['imaps://ada:hu%sh@mail.example.com', '--imap holds a % that begins no code'],
    ['imaps://hush@mail.example.com', 'no user or no password: set BOUNCE_IMAP_USER'],
  ])('is told to be wrong: %s', (url, sentence) => {
    expect(() => imapSettings(url, {})).toThrow(CommandError);
    expect(() => imapSettings(url, {})).toThrow(sentence);
    expect(() => imapSettings(url, {})).toThrow(/^(?!.*hush)/);
  });
});
