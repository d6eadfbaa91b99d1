import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterFile } from '../../../src/messages/letter-file.ts';

/** The paragraphs of an RTF file of ours, read by the rules of the format. */
function paragraphsOf(rtf: string): string[] {
  return rtf
    .split('\\pard\\sa240 ')
    .slice(1)
    .map((paragraph) =>
      paragraph
        .slice(0, paragraph.indexOf('\\par\r\n'))
        .replaceAll('\\line ', '\n')
        .replaceAll('\\tab ', '\t')
        .replace(/\\u(-?\d+)\?/g, (_, unit) =>
          String.fromCharCode((Number(unit) + 65_536) % 65_536),
        )
        .replace(/\\([\\{}])/g, '$1'),
    );
}

describe('letterFile', () => {
  it('is a whole RTF file in plain ASCII', () => {
    const rtf = letterFile(['Dear Zoë {x} \\ y,\nline two']);
    expect(rtf).toMatch(/^\{\\rtf1/);
    expect(rtf.endsWith('}')).toBe(true);
    expect(rtf).toContain('Dear Zo\\u235? \\{x\\} \\\\ y,\\line line two\\par');
    expect(rtf).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  it('holds every printable text as it is', () => {
    // Without a backslash: reading it back needs a parser, and the test above has one.
    const text = fc.string({ unit: 'binary' }).map((value) => value.replace(/[\p{Cc}\\]/gu, ''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (paragraphs) => {
        expect(paragraphsOf(letterFile(paragraphs))).toEqual(paragraphs);
      }),
    );
  });

  it('opens no group that a reader typed, and closes none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const rtf = letterFile([text]).replace(/\\[\\{}]/g, '');
        expect(rtf.split('{').length).toBe(rtf.split('}').length);
      }),
    );
  });
});
