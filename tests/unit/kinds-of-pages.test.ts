import { describe, expect, it } from 'vitest';
import { cover, kindsOfElements } from '../e2e/kinds-of-pages.ts';

describe('kindsOfElements', () => {
  it('tells by names, attributes and classes, not by words and addresses', () => {
    const [one, other] = ['<a class="x" href="/a">A</a>', "<a href=/b class='x'>B > C</a>"];
    expect(kindsOfElements(one)).toEqual(kindsOfElements(other));
    const code = '<script>"<b>"</script><!-- <i> --><style>a > b {}</style>';
    expect(kindsOfElements(code)).toEqual(new Set());
  });

  it.each([
    '<a href="/a" class="x" tabindex="-1">A</a>',
    '<a href="/a" class="x" style="outline: none">A</a>',
    '<a href="/a" class="y">A</a>',
    '<a href="/a" class="x" onfocus="blur()">A</a>',
    '<summary class="x">A</summary>',
  ])('%s is of another kind', (html) => {
    expect([...kindsOfElements(html)].sort()).not.toContain('a class=x href');
  });
});

describe('cover', () => {
  it('takes few pages, and each that has something of its own', () => {
    const pages = new Map([
      ['plain', '<p><a href="/">Home</a>'],
      ['same', '<p><a href="/other/">Other</a>'],
      ['rich', '<p><a href="/">Home</a><button type="button">Press</button>'],
      ['trap', '<p><a href="/" tabindex="-1">Home</a>'],
    ]);
    expect(cover(pages)).toEqual(['rich', 'trap']);
  });

  it('takes none of none', () => {
    expect(cover(new Map())).toEqual([]);
  });
});
