import { inspect } from 'node:util';

/**
 * What a terminal obeys instead of showing it: C0 but for line breaks and tabs, DEL and C1, which
 * carry ANSI's escapes (ECMA-48); what turns the direction of a line (Unicode Standard Annex 9), as
 * in "Trojan Source"; other breaks of lines; halves of characters; and letters that nobody sees.
 */
const OBEYED = /[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u2028\u2029\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/**
 * `text` with all that a terminal would obey as escapes such as `\u001b`, which a line of JSON may
 * hold, too. Whatever comes from outside may be in it: names of files, headers, addresses.
 */
export function visible(text: string): string {
  return text.replace(OBEYED, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Writes a line to standard output, in which nothing is obeyed. */
export function say(line: string): void {
  console.log(visible(line));
}

/** Writes a sentence to standard error, or an error that nobody foresaw with where it came from. */
export function complain(what: unknown): void {
  console.error(visible(typeof what === 'string' ? what : inspect(what)));
}
