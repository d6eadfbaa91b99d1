import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../../src/build/letters/compose-letter.ts';
import { POSTAL_MARK, UNSUBSCRIBE_MARK } from '../../../../src/newsletter/letters/built-letter.ts';
import { FRAME, letterWith } from './example-letter.ts';

const composed = (html: string) => composeLetter(letterWith(html), FRAME);

describe('a letter as a mail', () => {
  it('has its words, its address and the marks once, in HTML and in plain text', async () => {
    const { html, text } = await composed('<p>Breathe.</p>');
    expect(html).toContain('The &quot;hour&quot; after &amp; more</h1>');
    expect(html).toContain('Three &lt;small> jobs');
    expect(html).toContain(`href="${UNSUBSCRIBE_MARK}"`);
    for (const part of [html, text]) {
      expect(part.split(UNSUBSCRIBE_MARK)).toHaveLength(2);
      expect(part.split(POSTAL_MARK)).toHaveLength(2);
      expect(part).toContain('https://example.com/newsletter/letters/the-hour-after/');
      expect(part).toContain('Breathe.');
      expect(part).not.toContain('.invalid');
    }
  });

  it('has each style at its element, and asks for nothing from anywhere', async () => {
    const { html } = await composed(
      '<h2>Say</h2><ul><li>One</li></ul><table class="button"><tbody><tr><td><a href="https://example.com/plan/">Go</a></td></tr></tbody></table>',
    );
    for (const tag of ['h1', 'h2', 'ul', 'li', 'td', 'a']) {
      expect(html, tag).toMatch(new RegExp(`<${tag}(?:\\s[^>]*)?\\sstyle="[^"]+"`));
    }
    expect(html).not.toMatch(/<img|<link|<script|@import|@font-face|url\(/);
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('says in plain text what the HTML says, in lines of 72 characters', async () => {
    const { text } = await composed(
      [
        `<p>${'A long paragraph goes on. '.repeat(9)}<sup><a href="https://s.example/">1</a></sup></p>`,
        '<table role="presentation" class="card"><tbody><tr><td><p><b>Subject: No</b></p><p>Thank you.</p></td></tr></tbody></table>',
        '<table role="presentation" class="button"><tbody><tr><td><a class="go" href="https://example.com/plan/">Write it</a></td></tr></tbody></table>',
        '<table><thead><tr><th>What</th><th>Figure</th></tr></thead><tbody><tr><th>Time</th><td>11 days</td></tr></tbody></table>',
        '<img src="https://example.com/a.png" alt="Two desks">',
        '<h2>Sources</h2><ol><li>A (2019): <a href="https://s.example/">T</a></li></ol>',
      ].join(''),
    );
    expect(text).toContain('goes on. [1]');
    expect(text).toContain('> Subject: No\n> \n> Thank you.');
    expect(text).toContain('Write it <https://example.com/plan/>');
    expect(text).toMatch(/What\s+Figure\nTime\s+11 days/);
    expect(text).toContain('[Two desks]');
    expect(text).toContain('1. A (2019): T <https://s.example/>');
    const long = text.split('\n').filter((line) => line.length > 72 && !line.includes('https:'));
    expect(long).toEqual([]);
  });

  it('loses no sign of its text, whatever it is', async () => {
    const sign = fc.constantFrom(...'aZ %$&"\'{}[]@#=/1\u00e9\u2019', '%%', '$&', '{{a}}', '<%a%>');
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 12 }), async (signs) => {
        const said = signs.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const { html } = await composed(`<p>|${said}|</p>`);
        const shown = /\|(.*)\|/.exec(html)?.[1] ?? '';
        const plain = (text: string) =>
          text
            .replace(/&quot;/g, '"')
            .replace(/&(?:#39|apos);/g, "'")
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&amp;/g, '&');
        expect(plain(shown)).toBe(signs.join(''));
      }),
      { numRuns: 40 },
    );
  });
});
