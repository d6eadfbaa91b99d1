import { describe, expect, it, onTestFinished } from 'vitest';
import { certificateAdvice } from '../../../../src/newsletter/delivery/certificate.ts';
import { confirmMail } from '../../../../src/newsletter/delivery/compose.ts';
import { DeliveryError } from '../../../../src/newsletter/delivery/delivery.ts';
import { smtpMailer } from '../../../../src/newsletter/delivery/smtp.ts';
import { openInbox } from './inbox.ts';
import { SELF_SIGNED } from './self-signed.ts';
import { sendingWhere } from './sending.ts';

describe('certificateAdvice', () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', 'Renew'],
    ['CERT_NOT_YET_VALID', 'clock'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'SMTP_URL'],
  ])('%s: says what to do, with its code', (code, todo) => {
    for (const isLocal of [true, false]) {
      expect(certificateAdvice(code, isLocal)).toContain(todo);
      expect(certificateAdvice(code, isLocal)).toContain(`(${code})`);
    }
  });

  it('never tells to trust whoever answers somewhere else', () => {
    const code = 'DEPTH_ZERO_SELF_SIGNED_CERT';
    expect(certificateAdvice(code, true)).toContain('tls.rejectUnauthorized=false');
    expect(certificateAdvice(code, false)).not.toContain('rejectUnauthorized');
  });

  it.each(['ECONNREFUSED', 'ETIMEDOUT', 535, undefined])('%s is about something else', (code) => {
    expect(certificateAdvice(code, true)).toBeUndefined();
  });
});

describe.each([
  ['smtp', false],
  ['smtps', true],
] as const)('a server on this machine that signed itself, by %s', (scheme, secure) => {
  const mail = confirmMail(
    {
      site: { origin: 'https://example.com', base: '/' },
      welcome: [],
      siteName: 'Second Thoughts',
      words: {
        confirm: { subject: 'Confirm', text: 'Press.', button: 'Confirm', ignore: 'Or not.' },
        welcome: {
          subject: 'Welcome',
          text: 'Thank you.',
          unsubscribe: 'Leave',
          letters: { text: 'Read these:' },
        },
        footer: { why: 'You asked for it.' },
      },
      postalAddress: undefined,
      accent: '#1d3bc6',
    },
    { email: 'ada@example.com', unsubscribeToken: 'u'.repeat(64) },
    't'.repeat(43),
  );

  async function send(query: string): Promise<number> {
    const inbox = await openInbox({ ...SELF_SIGNED, secure, disabledCommands: ['AUTH'] });
    onTestFinished(inbox.close);
    const mailer = smtpMailer(`${scheme}://127.0.0.1:${inbox.port}${query}`, {
      name: 'Second Thoughts',
      address: 'letters@example.com',
    });
    onTestFinished(() => mailer.close());
    await mailer.send(mail, sendingWhere(true));
    return inbox.arrived.length;
  }

  it('is told with what to do, and the mail is tried again', async () => {
    const error: unknown = await send('').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ permanent: false });
    expect(String(error)).toMatch(
      /DEPTH_ZERO_SELF_SIGNED_CERT.*\?tls\.rejectUnauthorized=false\.$/,
    );
  });

  it('takes the mail once that was done', async () => {
    expect(await send('?tls.rejectUnauthorized=false')).toBe(1);
  });
});
