import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/articles/article-text.ts';
import { openingOf } from '../../../src/articles/passages.ts';
import { htmlOfMarkdown } from '../build/rendered.ts';
import { wordsOf } from '../site/prose.ts';

describe('passagesOf', () => {
  it('cuts a text at its headings, without citations and what is no text', () => {
    const { passages } = readText(
      [
        'Call *today*[@geo].\nThen **write**.',
        '<MarginFigure value="28%">what it counts</MarginFigure>',
        '## Notice, in Germany[@bgb]',
        '- One week\n- Two weeks',
        '<Message id="any-reason" />',
        '### Empty',
        '## Notice, in Germany',
        '`code` stays',
      ].join('\n\n'),
      'a.mdx',
    );
    expect(passages).toEqual([
      { id: '', heading: '', opening: 'Call today. Then write.' },
      { id: 'notice-in-germany', heading: 'Notice, in Germany', opening: 'One week Two weeks' },
      { id: 'empty', heading: 'Empty', opening: '' },
      { id: 'notice-in-germany-1', heading: 'Notice, in Germany', opening: 'code stays' },
    ]);
  });

  it('calls its headings as the page does', async () => {
    const text = '## Email\n\n## Email\n\n## Größe & Maß\n\n<p id="odd">x</p>\n\n## Odd\n\n## 🙂\n';
    const page = await htmlOfMarkdown(text);
    const ids = [...page.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);
    const { passages } = readText(text, 'a.md');
    expect(passages.slice(1).map(({ id }) => id)).toEqual(ids);
  });

  it('keeps the first 60 words', () => {
    const [start] = readText(wordsOf(80), 'a.md').passages;
    expect(start?.opening.split(' ')).toHaveLength(61);
    expect(start?.opening).toMatch(/ …$/);
  });
});

describe('openingOf', () => {
  it('says where something is left out', () => {
    expect(openingOf('one two three', 3)).toBe('one two three');
    expect(openingOf('one two three', 2)).toBe('one two …');
  });
});
