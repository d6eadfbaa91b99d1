import { describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/site/env-file.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const SITE = { SITE_URL: 'https://a.example/' };

describe('readEnv', () => {
  it.each<[string, Uint8Array, Record<string, string>]>([
    ['nothing', bytes(''), {}],
    ['comments and empty lines', bytes('# SITE_URL=x\n\n   # y\n'), {}],
    ['no line end', bytes('SITE_URL=https://a.example/'), SITE],
    ['a byte order mark', bytes('\uFEFFSITE_URL=https://a.example/\n'), SITE],
    [
      'UTF-16, little end first',
      Buffer.from('\uFEFFSITE_URL=https://a.example/\r\n', 'utf16le'),
      SITE,
    ],
    [
      'UTF-16, big end first',
      Buffer.from('\uFEFFSITE_URL=https://a.example/\n', 'utf16le').swap16(),
      SITE,
    ],
    [
      'the line ends of Windows',
      bytes('PORT=80\r\nSITE_URL=https://a.example/\r\n'),
      { ...SITE, PORT: '80' },
    ],
    ['those of old Macs', bytes('PORT=80\rSITE_URL=https://a.example/\r'), { ...SITE, PORT: '80' }],
    ['spaces', bytes('  SITE_URL = https://a.example/  \n'), SITE],
    ['export', bytes('export SITE_URL=https://a.example/\n'), SITE],
    ['a comment behind', bytes('SITE_URL=https://a.example/ # mine\n'), SITE],
    ['double quotes', bytes('SITE_URL="https://a.example/" # mine\n'), SITE],
    ['single quotes', bytes("MAIL_FROM='A <a@b.example>'\n"), { MAIL_FROM: 'A <a@b.example>' }],
    [
      'a number sign in quotes',
      bytes('SMTP_URL="smtp://a:b#c@d"\n'),
      { SMTP_URL: 'smtp://a:b#c@d' },
    ],
    ['an equals sign', bytes('NEWSLETTER_KEY=abc=\n'), { NEWSLETTER_KEY: 'abc=' }],
    ['nothing behind it', bytes('SITE_URL=\nPORT=80\n'), { SITE_URL: '', PORT: '80' }],
    [
      'lines in quotes',
      bytes('A="one\nTWO: 3\nfour"\nPORT=80\n'),
      { A: 'one\nTWO: 3\nfour', PORT: '80' },
    ],
  ])('takes %s', (_, file, values) => {
    expect(readEnv(file)).toEqual({ values, complaints: [] });
  });

  it.each([
    ['SITE_URL: https://a.example/', 1, /"SITE_URL" without "="/],
    ['\nSITE_URL', 2, /"SITE_URL" without "="/],
    ['PORT=80\r\nset SITE_URL https://x', 2, /"set" without "="/],
    ['A="b\nc"\nsecret', 3, /"secret" without "="/],
    ['SMTP_URL=smtp://user:pa#ss@host', 1, /SMTP_URL ends at its "#"/],
  ])('complains of %j', (text, line, sentence) => {
    const { complaints } = readEnv(bytes(text));
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
    expect(complaints[0]).toMatch(new RegExp(`^\\.env:${line}: `));
    expect(complaints[0]).not.toMatch(/https|pa/);
  });
});
