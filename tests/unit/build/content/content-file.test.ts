import { describe, expect, it } from 'vitest';
import { contentFiles, readContent } from '../../../../src/build/content/content-file.ts';

const FILE = 'content/articles/odd.md';
const bytesOf = (...parts: (string | number)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))),
  );

describe('contentFiles', () => {
  it('leaves out the guide to the folder, which no reader sees', () => {
    const files = contentFiles('content').map(({ file }) => file);
    expect(files).toContain('content/site.yaml');
    expect(files).not.toContain('content/README.md');
  });
});

describe('readContent', () => {
  it.each([
    ['a byte order mark', bytesOf('\uFEFFa\nb'), 'a\nb'],
    ['lines that end as on Windows', bytesOf('a\r\nb\r\n'), 'a\nb\n'],
    ['tabs', bytesOf('a\tb'), 'a\tb'],
    ['any script', bytesOf('Größe привет 你好 🎉'), 'Größe привет 你好 🎉'],
  ])('cleans %s', (_, bytes, text) => {
    expect(readContent(FILE, bytes)).toEqual({ file: FILE, text });
  });

  it.each([
    ['Windows-1252', bytesOf('a\nb\ncaf', 0xe9, ' d\n'), 3, 'Windows-1252'],
    ['a quotation mark of Windows', bytesOf(0x93, 'a'), 1, 'Windows-1252'],
    ['half a letter', bytesOf('a\n', 0xc3), 2, 'UTF-8'],
    ['UTF-16', bytesOf(0xff, 0xfe, 'a', 0), 1, 'UTF-16'],
    ['a backspace', bytesOf('a\nb\bc'), 2, 'U+0008'],
    ['a null', bytesOf('a\0'), 1, 'U+0000'],
    ['an escape', bytesOf('a\n\n\u001b[31m'), 3, 'U+001B'],
    ['a form feed', bytesOf('a\fb'), 1, 'U+000C'],
    ['a vertical tab', bytesOf('a\vb'), 1, 'U+000B'],
    ['a control of Latin-1', bytesOf('a\u0085b'), 1, 'U+0085'],
    ['a line that ends as on old Macs', bytesOf('a\nb\rc'), 2, 'Save the file again with LF'],
    ['a line separator', bytesOf('a\nb\u2028c'), 2, 'U+2028'],
    ['a byte order mark within', bytesOf('a\uFEFFb'), 1, 'U+FEFF'],
    ['what another program could not read', bytesOf('caf\uFFFD'), 1, 'U+FFFD'],
    ['what is no character', bytesOf('a\uFFFEb'), 1, 'U+FFFE'],
  ])('refuses %s with its line', (_, bytes, line, sentence) => {
    expect(readContent(FILE, bytes)).toMatchObject({
      file: FILE,
      line,
      sentence: expect.stringContaining(sentence),
    });
  });
});
