import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { NEWSLETTER_FILE, writtenNewsletter } from '../../../../src/newsletter/content.ts';
import {
  listLetters,
  type ProofDesk,
  preview,
  test,
} from '../../../../src/newsletter/letters/proof.ts';
import { openInbox } from '../delivery/inbox.ts';
import { builtLetter, siteIn } from './letter-site.ts';

const NOW = Date.UTC(2026, 0, 20);

describe('a letter before it is sent', () => {
  let root: string;
  let desk: ProofDesk;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'proof-'));
    const site = siteIn(root, [
      builtLetter({ id: 'later', date: '2026-02-01', subject: 'Later' }),
      builtLetter({ id: 'draft', draft: true, subject: 'Not done' }),
      builtLetter(),
    ]);
    const said = await writtenNewsletter('content');
    await writeFile(join(site, NEWSLETTER_FILE), JSON.stringify(said));
    const env = { SITE_URL: 'https://example.com/', MAIL_FROM: 'letters@example.com' };
    desk = { site, dataFolder: join(root, 'data'), env, now: NOW };
  });
  afterEach(() => rm(root, { recursive: true }));

  it('is listed with its day, and with why readers do not see it', async () => {
    expect(await listLetters(desk)).toBe(
      [
        '2026-02-01  later           Later  (yet to come)',
        '2020-01-05  draft           Not done  (draft)',
        '2020-01-05  the-hour-after  The hour after you said no',
      ].join('\n'),
    );
  });

  it('is written into files as it would arrive, and what is missing is said', async () => {
    const said = await preview(desk, 'the-hour-after');
    const [, eml = '', html = '', text = ''] = said.split('\n');
    expect(said).toMatch(/no postal address yet/);
    expect(await readFile(eml, 'utf8')).toMatch(/^Subject: The hour after you said no\r?$/m);
    expect(await readFile(html, 'utf8')).toContain(
      'href="https://example.com/newsletter/unsubscribe/?t=',
    );
    expect(await readFile(text, 'utf8')).not.toContain('%%');
  });

  it.each(['the-hour-after', 'draft', 'later'])('goes to one address as a test: %s', async (id) => {
    const inbox = await openInbox();
    onTestFinished(() => inbox.close());
    const env = { ...desk.env, SMTP_URL: inbox.url, NEWSLETTER_POSTAL_ADDRESS: '1 Main Street' };
    const said = await test({ ...desk, env }, id, 'you@example.com');
    const [{ recipients, mail } = { recipients: [], mail: undefined }] = await inbox.holds(1);
    expect(recipients).toEqual(['you@example.com']);
    expect(mail?.subject).toMatch(/^\[Test\] /);
    expect(mail?.text).toContain('1 Main Street');
    expect(said).toMatch(/took the letter .* for you@example\.com/);
    expect(said).not.toMatch(/postal/);
  });

  it.each([
    [
      'nothing',
      'you@example.com',
      {},
      /no letter "nothing"; there are later, draft, the-hour-after/,
    ],
    ['later', 'you@', {}, /"you@" is no email address/],
    ['later', 'a@example.com\r\nBcc: b@example.com', {}, /is no email address/],
    ['later', 'you@example.com', {}, /SMTP_URL is not set.*letter preview later/],
    ['later', 'you@example.com', { SMTP_URL: 'smtp://127.0.0.1:9' }, /The test was not sent\.$/],
  ])('says in a sentence what is wrong: %s to %s', async (id, email, more, sentence) => {
    const sending = test({ ...desk, env: { ...desk.env, ...more } }, id, email);
    await expect(sending).rejects.toThrow(sentence);
  });

  it('asks for a build where there is none', async () => {
    await expect(listLetters({ ...desk, site: root })).rejects.toThrow(/npm run build/);
  });
});
