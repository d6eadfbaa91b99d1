import { expect, it } from 'vitest';
import { verdictOn } from '../../../../src/newsletter/delivery/smtp-refusal.ts';

// As servers say it: Postfix, Exim, Gmail, Exchange, Yahoo, Spamhaus users, and the RFCs' own.
it.each([
  ['RCPT TO', '550 5.1.1 The email account that you tried to reach does not exist', true],
  ['RCPT TO', '550-5.1.1 The email account\n550 5.1.1 does not exist', true],
  ['RCPT TO', '554 5.1.2 Domain not found', true],
  ['RCPT TO', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', true],
  ['RCPT TO', '550 5.2.1 The email account that you tried to reach is disabled', true],
  ['DATA', '550 5.1.1 User unknown', true],
  ['RCPT TO', '550 No such user here', true],
  ['RCPT TO', '551 User not local', true],
  ['RCPT TO', '553 Mailbox name not allowed', true],
  ['RCPT TO', '556 Domain accepts no mail', true],
  ['RCPT TO', '554 5.7.1 Service unavailable; client host blocked using Spamhaus', false],
  ['DATA', '554 5.7.1 Message rejected as spam', false],
  ['RCPT TO', '550 5.7.1 Relaying denied', false],
  ['RCPT TO', '550 relay not permitted', false],
  ['RCPT TO', '550 Your IP is on our block list', false],
  ['RCPT TO', '550 5.7.26 Unauthenticated email is not accepted: DMARC policy', false],
  ['RCPT TO', '552 5.2.2 Mailbox full', false],
  ['DATA', '552 5.3.4 Message too big', false],
  ['RCPT TO', '552 Quota exceeded', false],
  ['DATA', '550 Content refused', false],
  ['DATA', '554 Transaction failed', false],
  ['RCPT TO', '550 5.4.6 Routing loop', false],
  ['MAIL FROM', '550 5.1.8 Bad sender', false],
  ['MAIL FROM', '553 5.1.1 Sender unknown', false],
  ['MAIL FROM', '550 Not you', false],
  ['RCPT TO', '530 5.7.0 Must issue a STARTTLS command first', false],
  ['AUTH PLAIN', '535 5.7.8 Username and Password not accepted', false],
  ['RCPT TO', '450 4.2.1 Try again', false],
  ['DATA', '451 4.7.1 Greylisted', false],
  ['RCPT TO', '554 5.5.1 No valid recipients', false],
])('%s answered with "%s" is final: %s', (command, response, permanent) => {
  const code = Number(response.slice(0, 3));
  const verdict = verdictOn({ code, response, command });
  expect(verdict.permanent).toBe(permanent);
  expect(verdict.sentence).toMatch(
    new RegExp(`^The mail server answered ${code}( \\d\\.\\d+\\.\\d+)? to ${command}\\.$`),
  );
});
