import { randomUUID } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './delivery.ts';

/** Who mails are from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * A mail as nodemailer takes it. The recipient is an object: nodemailer reads a text as a list of
 * addresses with names, and a crafted one could add recipients.
 */
export function messageOf(
  { to, subject, text, html, headers }: Mail,
  from: Sender,
): SendMailOptions {
  const host = from.address.split('@').at(-1) ?? 'localhost';
  return {
    from,
    to: { name: '', address: to },
    messageId: `<${randomUUID()}@${host}>`,
    subject,
    text,
    html,
    headers: { ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
