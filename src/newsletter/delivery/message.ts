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
  { to, subject, text, html, list, headers }: Mail,
  from: Sender,
  messageId: string,
): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    messageId,
    subject,
    text,
    html,
    // Of a header given as text, nodemailer would encode the id too where the name has other letters.
    list: { id: { comment: list.name, url: list.id } },
    headers: { ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
