import { parseEnv } from 'node:util';

/** What a file .env says, and what of it says nothing. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  /** A sentence for each line that was not understood, without what may be a secret. */
  readonly complaints: readonly string[];
}

/**
 * Reads a file .env as Node does (Node.js documentation, "DotEnv"), and as editors may save it: with a
 * byte order mark, in UTF-16, with the line ends of any system. What Node would drop without a word is
 * complained of.
 */
export function readEnv(bytes: Uint8Array): EnvFile {
  const text = textOf(bytes).replace(/\r\n?/g, '\n');
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseEnv(text))) {
    if (value !== undefined) values[name] = value;
  }
  return { values, complaints: complaintsOf(text) };
}

/** The text without its byte order mark, which says how it is encoded (WHATWG Encoding, "BOM sniff"). */
function textOf(bytes: Uint8Array): string {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const SETTING = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;

function complaintsOf(text: string): string[] {
  // A value in quotes may hold whatever it likes, line ends too.
  const unquoted = text.replace(
    /(=[ \t]*)(["'`])([^\n]*?|[^"'`]*?)\2/g,
    (_, before: string, quote: string, value: string) =>
      before + quote + value.replace(/[^\n]/g, '').replace(/\n/g, '\n# ') + quote,
  );
  return unquoted.split('\n').flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return [];
    const place = `.env:${index + 1}:`;
    const [, name, value = ''] = SETTING.exec(line) ?? [];
    if (name === undefined) {
      const word = /^\s*(?:export\s+)?([\w-]{1,40})/.exec(line)?.[1] ?? '';
      return [
        `${place} this line is left out. Found: ${JSON.stringify(word)} without "=". Allowed: NAME=value.`,
      ];
    }
    return /^[^\s"'`#][^#]*[^\s#]#/.test(value)
      ? [
          `${place} ${name} ends at its "#", as what follows is a comment. To have it in the value, put the value in quotes.`,
        ]
      : [];
  });
}
