import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `text` as it is inside any base64, whatever stands before it and behind. */
function inBase64(text: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(' '.repeat(before) + text).toString('base64');
    // Signs that hold bits of the neighbors say nothing.
    const [first, last] = [[0, 2, 3][before] ?? 0, encoded.indexOf('=')];
    return encoded.slice(first, last < 0 ? undefined : last - 1);
  });
}

/** All that an address may look like in a file; its first part alone, where that is a long one. */
function formsOf(email: string): readonly Buffer[] {
  const [local = ''] = email.split('@');
  const texts = [email, ...(local.length > 7 ? [local] : [])].flatMap((text) =>
    [text, text.toLowerCase(), text.toUpperCase()].flatMap((form) => [
      form,
      form.replace('@', '=40'),
      encodeURIComponent(form),
      form.replaceAll('&', '&amp;'),
      ...inBase64(form),
      Buffer.from(form).toString('hex'),
    ]),
  );
  return [...[...new Set(texts)].map((text) => Buffer.from(text)), Buffer.from(email, 'utf16le')];
}

/** The files below a folder, by whatever name, whose bytes hold an address in any form. */
export function tracesOf(folder: string, email: string): readonly string[] {
  const forms = formsOf(email);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      // A file may get another name, or go, between the two looks.
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      return forms.some((form) => bytes.includes(form));
    });
}
