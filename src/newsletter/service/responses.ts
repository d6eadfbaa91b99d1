import type { AddressMistake } from '../address.ts';

const NOT_KEPT = { 'cache-control': 'no-store' };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** `text` as the value of an HTML attribute in double quotes, without characters HTML forbids. */
function attributeValue(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
  return text.replace(/[\x00-\x1f\x7f]/g, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}

/** What is typed into a field and shown again: a person's mistake fits into this many characters. */
const MOST_TYPED = 320;

/** The kinds of response that the service gives, below `base`. `page` gives the HTML of a page. */
export function responses(base: string, page: (path: string) => Promise<string | undefined>) {
  const plain = (status: number, sentence: string): Response =>
    new Response(`${sentence}\n`, {
      status,
      headers: { ...NOT_KEPT, 'content-type': 'text/plain; charset=utf-8' },
    });

  const json = (status: number, data: unknown, headers: Record<string, string> = {}): Response =>
    Response.json(data, { status, headers: { ...NOT_KEPT, ...headers } });

  const html = async (
    status: number,
    path: string,
    fill: (text: string) => string,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const text = await page(path);
    if (text === undefined) return plain(status, 'Please go back and try again in a few minutes.');
    return new Response(fill(text), {
      status,
      headers: { ...NOT_KEPT, 'content-type': 'text/html; charset=utf-8', ...headers },
    });
  };

  return {
    plain,
    json,
    /** To a page of the site, by GET (RFC 9110, section 15.4.4). */
    seeOther: (path: string): Response =>
      new Response(null, {
        status: 303,
        headers: { ...NOT_KEPT, location: base.slice(0, -1) + path },
      }),
    /** What is wrong with an address, at its field, with what was typed. */
    mistake: (kind: AddressMistake, typed: string, asJson: boolean) =>
      asJson
        ? json(422, { kind: 'mistake', mistake: kind })
        : html(422, `/newsletter/mistake/${kind}/`, (text) => {
            const value = attributeValue(typed.slice(0, MOST_TYPED));
            return text.replace('data-typed value=""', () => `data-typed value="${value}"`);
          }),
    /** A link to leave that cannot be read, with the other ways to leave. */
    unreadable: () => html(400, '/newsletter/unreadable/', (text) => text),
    /** Nothing can be stored now, and nothing was. */
    unavailable: (asJson: boolean) => {
      const headers = { 'retry-after': '120' };
      return asJson
        ? json(503, { kind: 'unavailable' }, headers)
        : html(503, '/newsletter/unavailable/', (text) => text, headers);
    },
    /** Too many at once; `wait` in milliseconds. */
    busy: (wait: number, asJson: boolean) => {
      const headers = { 'retry-after': String(Math.ceil(wait / 1000)) };
      // The sentence says "minutes".
      const minutes = Math.max(2, Math.ceil(wait / 60_000));
      return asJson
        ? json(429, { kind: 'busy', minutes }, headers)
        : html(
            429,
            '/newsletter/busy/',
            (text) => text.replace(/(<span data-minutes>)\d+/, `$1${minutes}`),
            headers,
          );
    },
  };
}
