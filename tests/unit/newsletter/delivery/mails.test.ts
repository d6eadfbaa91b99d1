import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseAddress } from '../../../../src/newsletter/address.ts';
import {
  confirmMail,
  type Letterhead,
  welcomeMail,
} from '../../../../src/newsletter/delivery/compose.ts';
import { emlFiles } from '../../../../src/newsletter/delivery/eml-files.ts';
import { mailFiles } from '../../../../src/newsletter/delivery/mail-files.ts';
import { smtpMailer } from '../../../../src/newsletter/delivery/smtp.ts';
import { dataFolder } from '../data-folder.ts';
import { STEPS, stuckServer } from '../stuck-server.ts';
import { openInbox } from './inbox.ts';
import { sendingWhere } from './sending.ts';

const HEAD: Letterhead = {
  site: { origin: 'https://example.com', base: '/base/' },
  welcome: [],
  siteName: 'Second Thoughts',
  accent: '#0a5b3f',
  words: {
    confirm: {
      subject: 'Confirm & join',
      text: 'Press "the" button.',
      button: 'Confirm',
      ignore: 'Or not.',
    },
    welcome: {
      subject: 'Welcome',
      text: 'Thank you.',
      unsubscribe: 'Leave',
      letters: { text: 'Read these:' },
    },
    footer: { why: 'You asked for it.' },
  },
  postalAddress: '1 Main Street, Springfield',
};
const SENDER = { name: 'Second Thoughts', address: 'letters@example.com' };
const to = (email: string) => ({ email, unsubscribeToken: 'u'.repeat(64) });
const LINK = `https://example.com/base/newsletter/confirm/?t=${'t'.repeat(43)}`;
const LEAVE = `https://example.com/base/newsletter/unsubscribe/?t=${'u'.repeat(64)}`;
const wanted = sendingWhere(true);
const mailTo = (email: string) => confirmMail(HEAD, to(email), 't'.repeat(43));

/** A mailer to a real server, and what arrives there. */
async function withServer(answers = {}) {
  const inbox = await openInbox(answers);
  const mailer = smtpMailer(inbox.url, SENDER);
  onTestFinished(async () => {
    mailer.close();
    await inbox.close();
  });
  return { inbox, mailer };
}

describe('a mail that arrives at a real server', () => {
  it('holds its link in both parts, the way out in its headers, and the postal address', async () => {
    const { inbox, mailer } = await withServer();
    await mailer.send(mailTo('ada@example.com'), wanted);
    const [{ recipients, mail } = { recipients: [], mail: undefined }] = await inbox.holds(1);
    expect(recipients).toEqual(['ada@example.com']);
    expect(mail?.subject).toBe('Confirm & join');
    expect(mail?.from?.text).toBe('"Second Thoughts" <letters@example.com>');
    expect(mail?.text).toContain(`Confirm:\n${LINK}`);
    expect(mail?.html).toContain(`href="${LINK}"`);
    expect(mail?.html).toContain('Press &quot;the&quot; button.');
    expect(mail?.text).toContain('Second Thoughts, 1 Main Street, Springfield');
    expect(mail?.html).toContain('background:#0a5b3f');
    const header = (name: string) =>
      mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
    expect(header('list-unsubscribe')).toBe(`List-Unsubscribe: <${LEAVE}>`);
    expect(header('list-unsubscribe-post')).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(mail?.messageId).toMatch(/@example\.com>$/);
    expect(mail?.html).not.toMatch(/<img|<script|http:/);
  });

  it('says goodbye as easily as welcome', async () => {
    const { inbox, mailer } = await withServer();
    await mailer.send(
      welcomeMail({ ...HEAD, postalAddress: undefined }, to('ada@example.com')),
      wanted,
    );
    const [arrived] = await inbox.holds(1);
    expect(arrived?.mail.text).toContain(`Leave:\n${LEAVE}`);
    expect(arrived?.mail.html).toContain(`href="${LEAVE}"`);
  });

  it('names letters where it welcomes, each with its address', async () => {
    const { inbox, mailer } = await withServer();
    const url = 'https://example.com/newsletter/letters/a/';
    const welcome = [{ subject: 'What now?', url }];
    await mailer.send(welcomeMail({ ...HEAD, welcome }, to('ada@example.com')), wanted);
    const [arrived] = await inbox.holds(1);
    expect(arrived?.mail.text).toContain(`Read these:\n\nWhat now?\n${url}`);
    expect(arrived?.mail.html).toContain(`<a href="${url}">What now?</a>`);
  });

  it.each([
    'Cold Feet',
    'Bob\'s "Cold" Feet & <Co> \\ x@y.example, (me)',
    'Bob\'s "Cold" Feet & <Co> — café',
    'Второе мнение',
    '再考',
    'Ж'.repeat(60),
  ])('comes from a site called %s, and its list has one id', async (name) => {
    const inbox = await openInbox({});
    const mailer = smtpMailer(inbox.url, { ...SENDER, name });
    onTestFinished(async () => {
      mailer.close();
      await inbox.close();
    });
    const head = { ...HEAD, siteName: name };
    await mailer.send(confirmMail(head, to('ada@example.com'), 't'.repeat(43)), wanted);
    const [arrived] = await inbox.holds(1);
    expect(arrived?.mail.from?.value).toEqual([{ address: SENDER.address, name }]);
    expect(arrived?.mail.text).toContain(name);
    const raw = arrived?.mail.headerLines.find(({ key }) => key === 'list-id')?.line ?? '';
    expect(raw).toMatch(/^[\x20-\x7e\r\n]+$/);
    // As mail programs read it: quoted strings are no place for an id.
    const ids = raw.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/<[^>]*>/g);
    expect(ids).toEqual(['<newsletter.example.com>']);
  });

  it.each([
    ...['r&d', 'a=b', 'user%dept', "o'neil", 'a!b', '{x}', '~', '^', 'a|b', '`', 'a/b', '?', '$'],
    ...['*', '#', '-x', '=', '=?x?=', 'a%b.example.org', 'relay!a', '%s', '{{x}}', "''", '+x'],
    ...['_'.repeat(64)],
  ])('reaches %s@ and nobody else', async (local) => {
    const { inbox, mailer } = await withServer();
    const email = `${local}@example.com`;
    expect(parseAddress(email)).toEqual({ kind: 'address', email });
    await mailer.send(mailTo(email), wanted);
    const [arrived] = await inbox.holds(1);
    expect(arrived?.recipients).toEqual([email]);
    expect(arrived?.mail.to).toMatchObject({ value: [{ address: email, name: '' }] });
    expect(arrived?.mail.cc).toBeUndefined();
    expect(arrived?.mail.bcc).toBeUndefined();
    expect(arrived?.mail.subject).toBe('Confirm & join');
    expect(arrived?.mail.text).toContain(LINK);
  });

  it('arrives with one recipient and our headers alone, for any address that is taken', async () => {
    const { inbox, mailer } = await withServer();
    const sign = fc.constantFrom(..."ab1!#$%&'*+-/=?^_`{|}~.");
    const local = fc.string({ unit: sign, minLength: 1, maxLength: 64 });
    const taken = local
      .map((text) => `${text}@example.com`)
      .filter((email) => parseAddress(email).kind === 'address');
    await fc.assert(
      fc.asyncProperty(taken, async (email) => {
        const before = inbox.arrived.length;
        await mailer.send(mailTo(email), wanted);
        const arrived = (await inbox.holds(before + 1))[before];
        expect(arrived?.recipients).toEqual([email]);
        expect(arrived?.mail.to).toMatchObject({ value: [{ address: email }] });
        expect(arrived?.mail.headerLines.map(({ key }) => key).sort()).toEqual([
          ...['auto-submitted', 'content-type', 'date', 'from', 'list-id', 'list-unsubscribe'],
          ...['list-unsubscribe-post', 'message-id', 'mime-version', 'subject', 'to'],
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['a@x.yz\r\nBcc: b@x.yz', 'a@x.yz, b@x.yz', '"A" <a@x.yz>, b@x.yz', 'a@x.yz\nb'])(
    'never goes to a second recipient, as %j would like',
    async (email) => {
      const { inbox, mailer } = await withServer();
      await mailer.send(mailTo(email), wanted).catch(() => undefined);
      await mailer.send(mailTo('last@example.com'), wanted);
      const arrived = await inbox.holds(1);
      for (const { recipients, mail } of arrived) {
        expect(recipients).toHaveLength(1);
        expect(recipients).not.toContain('b@x.yz');
        expect(mail.headers.has('bcc')).toBe(false);
      }
    },
  );
});

describe('a server that gets stuck', () => {
  it.each(STEPS)('at %s, dripping, is left after a deadline', async (step) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { url, reached } = await stuckServer(step, 'drip');
    const mailer = smtpMailer(url, SENDER);
    let asked = false;
    const failure = mailer
      .send(mailTo('ada@example.com'), {
        ...wanted,
        isWanted: async () => {
          asked = true;
          return true;
        },
      })
      .catch((error: unknown) => error);
    await reached;
    // What waits for the disk or the network is not in these timers.
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await Promise.race([failure, 'waiting'])).not.toBe('waiting');
    });
    expect(await failure).toMatchObject({ name: 'DeliveryError', permanent: false, unseen: asked });
    mailer.close();
  });

  it('is left at once when the server stops, unless it may have the mail', async () => {
    for (const step of STEPS) {
      const { url, reached } = await stuckServer(step);
      const mailer = smtpMailer(url, SENDER);
      const [stopping, cutOff] = [new AbortController(), new AbortController()];
      let asked = false;
      const isWanted = async () => {
        asked = true;
        return true;
      };
      const sending = { ...wanted, isWanted, stopping: stopping.signal, cutOff: cutOff.signal };
      const failure = mailer.send(mailTo('ada@example.com'), sending).catch((error) => error);
      await reached;
      stopping.abort();
      cutOff.abort();
      expect(await failure).toMatchObject({ stopped: true, unseen: asked });
      mailer.close();
    }
  });
});

describe('a server that refuses', () => {
  it.each([
    [450, false],
    [550, true],
  ])('with %i is permanent: %s', async (responseCode, permanent) => {
    const { mailer } = await withServer({
      onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error('No, ada@example.com'), { responseCode })),
    });
    const failure = mailer.send(mailTo('ada@example.com'), wanted);
    await expect(failure).rejects.toMatchObject({ name: 'DeliveryError', permanent });
    await expect(failure).rejects.toThrow(/^The mail server answered \d+ to RCPT TO\.$/);
  });

  it('is for the owner to mend where it refuses the sender, and nothing is lost by it', async () => {
    const { mailer } = await withServer({
      onMailFrom: (_: unknown, __: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error('Not you'), { responseCode: 550 })),
    });
    await expect(mailer.send(mailTo('ada@example.com'), wanted)).rejects.toMatchObject({
      permanent: false,
    });
  });

  it('is tried again later where it cannot be reached', async () => {
    const { inbox, mailer } = await withServer();
    await inbox.close();
    await expect(mailer.send(mailTo('ada@example.com'), wanted)).rejects.toMatchObject({
      permanent: false,
    });
  });
});

it('stays unsent where it is no longer wanted at the last moment', async () => {
  const { inbox, mailer } = await withServer();
  await mailer.send(mailTo('ada@example.com'), sendingWhere(false));
  await mailer.send(mailTo('bob@example.com'), wanted);
  expect((await inbox.holds(1)).map(({ recipients }) => recipients)).toEqual([['bob@example.com']]);
  const folder = dataFolder();
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  await emlFiles(
    mailFiles(folder),
    SENDER,
    print,
    () => 0,
    () => 0,
  ).send(mailTo('ada@example.com'), sendingWhere(false));
  expect([await readdir(folder), printed]).toEqual([[], []]);
});

it('becomes a file that mail programs open, and a line with its link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-mail-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const printed: string[] = [];
  let passed = 0;
  const mailer = emlFiles(
    mailFiles(join(folder, 'mail')),
    SENDER,
    (line) => printed.push(line),
    () => 0,
    () => passed,
  );
  await mailer.send(mailTo('ada@example.com'), wanted);
  await mailer.send(mailTo('bob@example.com'), wanted);
  const files = (await readdir(join(folder, 'mail'))).sort();
  expect(files).toEqual([
    expect.stringMatching(/^1970-01-01T00-00-00-000Z-\d+-1\.eml$/),
    expect.stringMatching(/-2\.eml$/),
  ]);
  const mail = await simpleParser(await readFile(join(folder, 'mail', files[0] ?? '')));
  expect(mail.text).toContain(LINK);
  expect(printed[0]).toContain(LINK);
  for (let index = 0; index < 50; index += 1) await mailer.send(mailTo('eve@example.com'), wanted);
  expect([printed.length, printed.at(-1)]).toEqual([
    21,
    'More mails are in the same folder. Their links are printed again in a minute.',
  ]);
  passed = 60_000;
  await mailer.send(mailTo('eve@example.com'), wanted);
  expect(printed).toHaveLength(22);
  expect(printed.at(-1)).toContain(LINK);
  expect(await readdir(join(folder, 'mail'))).toHaveLength(53);
});
