import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../../src/build/letters/compose-letter.ts';
import { unsupportedIn } from '../../../../src/build/letters/unsupported.ts';
import { mailMistakes } from '../../../../src/build/letters/write-letters.ts';
import { FRAME, letterWith } from './example-letter.ts';

const mailOf = async (html: string) => (await composeLetter(letterWith(html), FRAME)).html;

const ALL = [
  '<h2>A</h2><h3>B</h3><p>Text with <a href="https://e.example/">a link</a>, <em>a</em> <b>b</b>.</p>',
  '<ul><li>One</li></ul><ol><li>Two</li></ol><blockquote><p>Said.</p></blockquote>',
  '<p>So<sup><a href="https://e.example/" aria-label="Source 1">1</a></sup>. <del>old</del> <ins>new</ins></p>',
  '<table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>',
  '<table role="presentation" class="card" width="100%"><tbody><tr><td><p>M</p></td></tr></tbody></table>',
  '<table role="presentation" class="button"><tbody><tr><td><a href="https://e.example/">Go</a></td></tr></tbody></table>',
  '<img src="https://e.example/a.png" alt="A" width="552">',
].join('');

describe('what mail programs lack', () => {
  it('is in no piece of a letter', async () => {
    expect(unsupportedIn(await mailOf(ALL))).toEqual([]);
  });

  it.each([
    ['<video src="https://e.example/a.mp4"></video>', 'Gmail'],
    ['<svg width="9" height="9"><rect width="9" height="9"/></svg>', 'Gmail'],
    ['<p style="position: fixed">A</p>', 'Gmail'],
    ['<p style="border-radius: 9px">A</p>', 'Outlook for Windows'],
    ['<img src="https://e.example/a.svg" alt="A">', 'Gmail'],
    ['<img src="https://e.example/a.avif" alt="A">', 'Outlook for Windows'],
    ['<button type="submit">A</button>', 'Outlook on the web'],
  ])('%s is told of, with who lacks it', async (html, program) => {
    const told = unsupportedIn(await mailOf(html));
    expect(told.flatMap(({ programs }) => programs)).toContain(program);
  });

  it('is told with the letter, and so is one that Gmail would cut', async () => {
    const letter = { id: 'a', date: '2026-12-01' };
    expect(
      mailMistakes({ ...letter, html: await mailOf('<p style="position: fixed">A</p>') }),
    ).toEqual([
      expect.stringMatching(
        /^content\/letters\/2026-12-01-a: some mail programs don't support .* Gmail/,
      ),
    ]);
    const long = await mailOf('<p>word</p>'.repeat(3000));
    expect(mailMistakes({ ...letter, html: long })).toEqual([
      expect.stringMatching(/the mail is too long.*Allowed: 90 KB/),
    ]);
  });
});
