/** A part of a made report. */
interface MadePart {
  readonly type: string;
  readonly text: string;
  readonly encoding?: 'base64';
}

/** A mail of these headers and parts, as it arrives. */
export function madeMail(headers: readonly string[], parts: readonly MadePart[]): Buffer {
  const sections = parts.flatMap(({ type, text, encoding }) => [
    '--part',
    `Content-Type: ${type}`,
    ...(encoding === undefined ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
    '',
    encoding === undefined ? text : Buffer.from(text).toString('base64'),
  ]);
  return Buffer.from([...headers, '', ...sections, '--part--', ''].join('\r\n'));
}

const REPORT = 'Content-Type: multipart/report; boundary=part; report-type=';

/** What a made delivery report says. */
export interface MadeReport {
  /** Groups of fields, one a recipient. */
  readonly recipients: readonly string[];
  readonly words?: string;
  /** The headers that it quotes. */
  readonly quoted?: readonly string[];
  readonly to?: string;
  readonly international?: boolean;
  readonly encoding?: 'base64';
}

/** A delivery report (RFC 3464). */
export function deliveryReport({
  recipients,
  words = 'It could not be delivered.',
  quoted = [],
  to = 'letters@example.org',
  international = false,
  encoding,
}: MadeReport): Buffer {
  return madeMail(
    [`${REPORT}delivery-status`, `To: ${to}`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0'],
    [
      { type: 'text/plain; charset=utf-8', text: words },
      {
        type: international ? 'message/global-delivery-status' : 'message/delivery-status',
        text: ['Reporting-MTA: dns; mx.example.com', '', recipients.join('\r\n\r\n')].join('\r\n'),
        ...(encoding !== undefined && { encoding }),
      },
      {
        type: international ? 'message/global-headers' : 'text/rfc822-headers',
        text: quoted.join('\r\n'),
      },
    ],
  );
}

/** The fields of one recipient. */
export function recipientFields(
  email: string,
  status: string,
  { action = 'failed', diagnostic = '', type = 'rfc822' } = {},
): string {
  return [
    `Final-Recipient: ${type}; ${email}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === '' ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
  ].join('\r\n');
}

/** A complaint (RFC 5965). */
export function complaint(
  feedback: string,
  { fields = [], quoted = [] }: { fields?: readonly string[]; quoted?: readonly string[] } = {},
): Buffer {
  return madeMail(
    [`${REPORT}feedback-report`, 'To: abuse@example.org', 'MIME-Version: 1.0'],
    [
      { type: 'text/plain', text: 'This is an email abuse report.' },
      {
        type: 'message/feedback-report',
        text: [`Feedback-Type: ${feedback}`, 'User-Agent: Example/1', 'Version: 1', ...fields].join(
          '\r\n',
        ),
      },
      { type: 'message/rfc822', text: [...quoted, '', 'Take a day.'].join('\r\n') },
    ],
  );
}
