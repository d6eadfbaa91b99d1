import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteLinks } from '../../../src/feed/absolute-links.ts';

const site = 'https://example.com';
const page = `${site}/base/articles/phone-call/`;

describe('absoluteLinks', () => {
  it.each([
    ['from the root', '<a href="/base/about/">', `<a href="${site}/base/about/">`],
    ['within the page', '<a href="#source-geo">', `<a href="${page}#source-geo">`],
    ['one level up', '<a href="../decide/">', `<a href="${site}/base/articles/decide/">`],
    ['levels up', '<a href="../../plan/#say-it">', `<a href="${site}/base/plan/#say-it">`],
    ['more levels than there are', '<a href="../../../../../x">', `<a href="${site}/x">`],
    ['beside the page', '<a href="./notes.pdf">', `<a href="${page}notes.pdf">`],
    ['beside it without a dot', '<a href="notes.pdf">', `<a href="${page}notes.pdf">`],
    ['a query', '<a href="?print">', `<a href="${page}?print">`],
    ['nothing at all', '<a href="">', `<a href="${page}">`],
    ['without a scheme', '<a href="//example.org/x/">', '<a href="https://example.org/x/">'],
    ['a picture', '<img src="/base/_astro/a.avif">', `<img src="${site}/base/_astro/a.avif">`],
    [
      'several sizes of a picture',
      '<img srcset="/a.avif 360w, b.avif 640w,../c.avif 2x" src="/a.avif"/>',
      `<img srcset="${site}/a.avif 360w, ${page}b.avif 640w,${site}/base/articles/c.avif 2x" src="${site}/a.avif"/>`,
    ],
    [
      'a size with a comma in its name, and one that is whole',
      '<source srcset="/a,b.avif, https://cdn.example/c.avif 2x">',
      `<source srcset="${site}/a,b.avif, https://cdn.example/c.avif 2x">`,
    ],
    [
      'a picture that is its own address among the sizes',
      '<img srcset="data:image/png;base64,AA== 1x, /b.png 2x">',
      `<img srcset="data:image/png;base64,AA== 1x, ${site}/b.png 2x">`,
    ],
    [
      'a film and what stands in for it',
      '<video poster="still.jpg" src="/film.mp4"><track src="../words.vtt"></video>',
      `<video poster="${page}still.jpg" src="${site}/film.mp4"><track src="${site}/base/articles/words.vtt"></video>`,
    ],
    ['a quotation', '<blockquote cite="/base/x/">', `<blockquote cite="${site}/base/x/">`],
    ['an object', '<object data="a.svg"></object>', `<object data="${page}a.svg"></object>`],
    ['a form', '<form action="/join/">', `<form action="${site}/join/">`],
    ['single quotes', "<a href='/x/' title='a'>", `<a href="${site}/x/" title='a'>`],
    ['no quotes', '<a href=/x/>', `<a href="${site}/x/">`],
    ['capitals and blanks', '<A HREF = "/x/">', `<A HREF="${site}/x/">`],
    [
      'escaped signs',
      '<a href="/x?a=1&amp;b=2&#38;c=3">',
      `<a href="${site}/x?a=1&amp;b=2&amp;c=3">`,
    ],
    ['an escaped slash', '<a href="&#x2f;x&#47;">', `<a href="${site}/x/">`],
    ['blanks and other scripts', '<a href=" /über uns/ ">', `<a href="${site}/%C3%BCber%20uns/">`],
    [
      'a link in a drawing, but not its parts',
      '<svg><a xlink:href="/x/"><use href="#arrow"/></a></svg>',
      `<svg><a xlink:href="${site}/x/"><use href="#arrow"/></a></svg>`,
    ],
    [
      'more than one, with another attribute between',
      '<a id="a" href="/">x</a> <a class=">" href="#b">',
      `<a id="a" href="${site}/">x</a> <a class=">" href="${page}#b">`,
    ],
  ])('makes it absolute: %s', (_, html, whole) => {
    expect(absoluteLinks(html, page)).toBe(whole);
  });

  it.each([
    '<a href="https://example.org/x/?a=1&amp;b=%20">',
    "<a href='HTTP://EXAMPLE.org'>",
    '<a href="mailto:editors@example.com">',
    '<a href="tel:+1555">',
    '<img src="data:image/gif;base64,R0lGOD==">',
    '<a href="http://[bad/">',
    '<img usemap="#map" alt="see /x/">',
    '<p title=\'write href="/x/"\'>',
    '<p data-href="/x/">',
    '<!-- <a href="/x/"> -->',
    '<p>Write href="/x/" or &lt;a href="/x/"&gt;, 1 < 2</p>',
  ])('leaves %s alone', (html) => {
    expect(absoluteLinks(html, page)).toBe(html);
  });

  it('leaves no address that needs the page, whatever it was, and changes none twice', () => {
    const path = fc.array(fc.constantFrom('..', '.', 'a', 'b c', 'ü', '&amp;', ''), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(path, fc.constantFrom('', '/', '//h/', '?', '#'), (parts, start) => {
        const written = start + parts.join('/');
        // `//b c` is a host that cannot be.
        fc.pre(URL.canParse(written, page));
        const made = absoluteLinks(`<a href="${written}">`, page);
        const [, address = ''] = /href="([^"]*)"/.exec(made) ?? [];
        expect(address).toMatch(/^https:\/\//);
        expect(absoluteLinks(made, page)).toBe(made);
      }),
    );
  });
});
