import type { Headers } from '@zone-eu/mailsplit';
import { fieldsOf, type TakenApart, takeApart } from './parts.ts';

/** What a delivery report says of one recipient (RFC 3464, section 2.3). */
export interface ReportedRecipient {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`, in lower case. */
  readonly action: string;
  /** The enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly status: string;
  /** What the last server said; empty where the report does not tell. */
  readonly diagnostic: string;
  /** The address as it was used at the end and at the beginning, where the report names them. */
  readonly addresses: readonly string[];
}

/** What may tell which mail it is about. Nothing of it is to be believed as it stands. */
export interface Clues {
  /** Addresses that the mail was sent from by its envelope, and that the report was sent to. */
  readonly returnPaths: readonly string[];
  /** Message-IDs with their angle brackets. */
  readonly messageIds: readonly string[];
  /** Tokens of the links to unsubscribe that are quoted. */
  readonly unsubscribeTokens: readonly string[];
}

/** What came back. */
export type Report =
  | {
      readonly kind: 'delivery';
      readonly recipients: readonly ReportedRecipient[];
      /** Whether the words for people say that the server refused the recipient, not the mail. */
      readonly atRecipient: boolean;
      readonly clues: Clues;
    }
  | {
      readonly kind: 'complaint';
      /** The type of feedback (RFC 5965, section 7.3), in lower case. */
      readonly feedback: string;
      readonly clues: Clues;
    }
  /** A vacation notice, a receipt or the like (RFC 3834, RFC 8098). */
  | { readonly kind: 'automatic' }
  /** Something else, perhaps written by a person. */
  | { readonly kind: 'other' };

/** Where the server that took the report wrote whom it was for, beside `To`. */
const ENVELOPE = ['to', 'delivered-to', 'envelope-to', 'x-original-to'];

// The second of each is for international addresses (RFC 6533).
const STATUS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const FEEDBACK = 'message/feedback-report';
const QUOTES = new Set([
  ...['message/rfc822', 'text/rfc822-headers'],
  ...['message/global', 'message/global-headers'],
]);

const addressesIn = (text: string): readonly string[] =>
  text.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [];

const valuesOf = (headers: Headers, key: string): readonly string[] =>
  headers.get(key).map((line) =>
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  );

const first = (headers: Headers, key: string): string => valuesOf(headers, key)[0] ?? '';

/**
 * The address in a field such as `rfc822; ada@example.com`, or `utf-8; \x{1F}@…` (RFC 6533, section
 * 3); undefined where it is of another kind.
 */
function addressIn(field: string): string | undefined {
  const [, type = '', text = ''] = /^([\w-]+)\s*;\s*(.*)$/.exec(field) ?? [];
  if (!['rfc822', 'utf-8'].includes(type.toLowerCase())) return undefined;
  const plain = text.replace(/^<|>$/g, '').replace(/\\x\{([0-9a-f]{1,6})\}/gi, (sign, hex) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : sign;
  });
  return plain === '' ? undefined : plain;
}

function recipientIn(group: Headers): ReportedRecipient {
  return {
    action: first(group, 'action').toLowerCase().split(/[\s(]/)[0] ?? '',
    status: /[245]\.\d{1,3}\.\d{1,3}/.exec(first(group, 'status'))?.[0] ?? '',
    diagnostic: first(group, 'diagnostic-code'),
    addresses: ['final-recipient', 'original-recipient'].flatMap(
      (key) => addressIn(first(group, key)) ?? [],
    ),
  };
}

function cluesIn({ headers, parts }: TakenApart, reported: readonly Headers[]): Clues {
  const quoted = parts
    .filter(({ type }) => QUOTES.has(type))
    .flatMap(({ text }) => fieldsOf(text).slice(0, 1));
  const from = (groups: readonly Headers[], ...keys: readonly string[]) =>
    groups.flatMap((group) => keys.flatMap((key) => valuesOf(group, key)));
  return {
    returnPaths: [
      ...from([headers], ...ENVELOPE),
      ...from(reported, 'original-mail-from'),
      ...from(quoted, 'return-path'),
    ].flatMap(addressesIn),
    messageIds: [
      ...from(quoted, 'message-id'),
      ...from([headers], 'in-reply-to', 'references'),
    ].flatMap((text) => text.match(/<[^<>\s]+>/g) ?? []),
    unsubscribeTokens: from(quoted, 'list-unsubscribe').flatMap((text) =>
      [...text.matchAll(/[?&]t=([\w-]+)/g)].flatMap(([, token]) => token ?? []),
    ),
  };
}

/** Whether a program wrote it by itself (RFC 3834, section 5, and what was usual before it). */
function isAutomatic({ type, headers }: TakenApart): boolean {
  const auto = first(headers, 'auto-submitted').toLowerCase();
  return (
    type === 'multipart/report' ||
    (auto !== '' && !auto.startsWith('no')) ||
    /^(auto_reply|bulk|junk)\b/i.test(first(headers, 'precedence')) ||
    headers.hasHeader('x-autoreply') ||
    headers.hasHeader('x-autorespond')
  );
}

/**
 * What a mail says that came back: a delivery report (RFC 3464, also in its international form, RFC
 * 6533), a complaint (RFC 5965), or neither. Throws an Error where it is no mail.
 */
export async function readReport(raw: Buffer): Promise<Report> {
  const mail = await takeApart(raw);
  if (mail.type === 'multipart/report') {
    const status = mail.parts.find(({ type }) => STATUS.has(type));
    if (status !== undefined) {
      // The first group is about the report itself, where a server keeps to that.
      const recipients = fieldsOf(status.text)
        .filter((group) => group.hasHeader('action') || group.hasHeader('final-recipient'))
        .map(recipientIn);
      const words = mail.parts.find(({ type }) => type === 'text/plain')?.text ?? '';
      const atRecipient = /\bRCPT TO\b/.test(words) && !/\bDATA\b/.test(words);
      return { kind: 'delivery', recipients, atRecipient, clues: cluesIn(mail, []) };
    }
    const feedback = mail.parts.find(({ type }) => type === FEEDBACK);
    if (feedback !== undefined) {
      const fields = fieldsOf(feedback.text).slice(0, 1);
      const type = fields.map((group) => first(group, 'feedback-type').toLowerCase()).join();
      return { kind: 'complaint', feedback: type, clues: cluesIn(mail, fields) };
    }
  }
  return { kind: isAutomatic(mail) ? 'automatic' : 'other' };
}
