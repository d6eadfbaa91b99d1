/**
 * The longest address that mail programs take reliably: Windows hands over at most 2,083 characters
 * (INTERNET_MAX_URL_LENGTH), and some are left for what surrounds it.
 */
export const LONGEST_MAILTO = 2_000;

/**
 * A link that opens a mail program with `subject` and `body` filled in (RFC 6068): UTF-8, percent-
 * encoded, line breaks as CRLF. Halves of surrogate pairs, which no encoding has, become U+FFFD.
 */
export function mailto(subject: string, body: string): string {
  const encode = (text: string) => encodeURIComponent(text.toWellFormed());
  const lines = body.replace(/\r\n?|\n/g, '\r\n');
  return `mailto:?subject=${encode(subject.replace(/\s+/g, ' '))}&body=${encode(lines)}`;
}

/** Whether a mail program can be expected to take `link` whole. */
export function fitsLink(link: string): boolean {
  return link.length <= LONGEST_MAILTO;
}
