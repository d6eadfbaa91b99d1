import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dkimSigner } from '../../../../src/newsletter/delivery/dkim.ts';
import { messageOf } from '../../../../src/newsletter/delivery/message.ts';
import { composer } from '../../../../src/newsletter/delivery/smtp.ts';
import { letterMail } from '../../../../src/newsletter/letters/letter-mail.ts';
import { dataFolder } from '../data-folder.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const rsa = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export(pem).toString();

function signerWith(text: string) {
  const keyFile = join(dataFolder(), 'key.pem');
  writeFileSync(keyFile, text);
  return dkimSigner({ domain: 'example.com', selector: 'letters', keyFile });
}

const FROM = { name: 'Second Thoughts', address: 'letters@example.com' };

describe('a signature', () => {
  it('covers the way out, both headers of it, and what mailboxes count complaints by', async () => {
    const compose = composer(signerWith(rsa(2_048)));
    const letter = { id: 'x', subject: 'S', html: '<p>H</p>', text: 'T', from: FROM };
    const to = { email: 'ada@example.com', unsubscribeToken: 'u'.repeat(64) };
    const site = { origin: 'https://example.com', base: '/' };
    const mail = letterMail(letter, site, to);
    const message = String(await compose.message(messageOf(mail, FROM, '<1@example.com>')));
    const [, signed = ''] = /DKIM-Signature:[\s\S]*?\bh=([^;]*);/.exec(message) ?? [];
    const names = signed.replace(/\s/g, '').split(':');
    for (const name of [
      ...['from', 'to', 'subject', 'date', 'message-id', 'list-id', 'list-unsubscribe'],
      ...['list-unsubscribe-post', 'feedback-id'],
    ]) {
      expect(names).toContain(name);
    }
    expect(message).toMatch(/ d=example\.com;[\s\S]* s=letters;/);
  });

  it.each([
    ['no key', () => 'hello', /holds no private key/],
    [
      'a key of another kind',
      () => generateKeyPairSync('ed25519').privateKey.export(pem).toString(),
      /of another kind/,
    ],
    ['a key that is too short', () => rsa(512), /at least 1024 bits/],
  ])('is not begun with %s', (_, key, sentence) => {
    expect(() => signerWith(key())).toThrow(sentence);
  });

  it('is not begun with a file that is not there', () => {
    const settings = { domain: 'example.com', selector: 'x', keyFile: '/nowhere/key.pem' };
    expect(() => dkimSigner(settings)).toThrow(/cannot be read \(ENOENT\)/);
  });
});
