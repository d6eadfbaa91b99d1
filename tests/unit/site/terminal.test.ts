import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { complain, say, visible } from '../../../src/site/terminal.ts';

describe('visible', () => {
  it.each([
    ['a color', '\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['the title of the window', '\u001b]0;owned\u0007', '\\u001b]0;owned\\u0007'],
    ['the same in one byte', '\u009b2J and \u009d0;x\u009c', '\\u009b2J and \\u009d0;x\\u009c'],
    ['a line over the line', 'sent\rfailed', 'sent\\u000dfailed'],
    ['what takes letters back', 'nobody\b\b\u007f', 'nobody\\u0008\\u0008\\u007f'],
    ['NUL, bell and form feed', '\0\u0007\f', '\\u0000\\u0007\\u000c'],
    ['a line turned round', 'a\u202eb\u202c', 'a\\u202eb\\u202c'],
    ['an isolate', '\u2066a\u2069', '\\u2066a\\u2069'],
    ['marks of direction', '\u200e\u200f\u061c', '\\u200e\\u200f\\u061c'],
    ['other ends of lines', 'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'],
    ['letters that nobody sees', 'a\u{e0041}', 'a\\udb40\\udc41'],
    ['half a character', 'a\ud83d', 'a\\ud83d'],
    [
      'plain words',
      'Ada wrote\tto José:\n“Zoë” 🎉 日本 عربي',
      'Ada wrote\tto José:\n“Zoë” 🎉 日本 عربي',
    ],
    ['a family, whose members are joined', '👩‍👧', '👩‍👧'],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves nothing to obey in any text, and a line of JSON means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = visible(JSON.stringify({ text }));
        expect(line).not.toMatch(/[^\P{Cc}\t\n]|\p{Bidi_Control}|\p{Cs}/u);
        expect(JSON.parse(line)).toEqual({ text });
        expect(visible(line)).toBe(line);
      }),
    );
  });
});

it('nothing is obeyed of what is written to a terminal, be it a line, a sentence or an error', () => {
  const written: unknown[] = [];
  for (const way of ['log', 'error'] as const) {
    const spy = vi.spyOn(console, way).mockImplementation((text) => void written.push(text));
    onTestFinished(() => spy.mockRestore());
  }
  say('\u001b[2J');
  complain('no file "\u202e"');
  complain(new Error('\u009b1A'));
  expect(written.slice(0, 2)).toEqual(['\\u001b[2J', 'no file "\\u202e"']);
  expect(written[2]).toMatch(/^Error: \\u009b1A\n +at /);
});
