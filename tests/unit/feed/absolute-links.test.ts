import { describe, expect, it } from 'vitest';
import { absoluteLinks } from '../../../src/feed/absolute-links.ts';

const page = 'https://example.com/base/articles/phone-call/';

describe('absoluteLinks', () => {
  it.each([
    ['<a href="/base/about/">', '<a href="https://example.com/base/about/">'],
    ['<a href="#source-geo">', `<a href="${page}#source-geo">`],
    ['<img src="/base/_astro/a.avif">', '<img src="https://example.com/base/_astro/a.avif">'],
    [
      '<a id="a" href="/">x</a> <a href="#b">',
      `<a id="a" href="https://example.com/">x</a> <a href="${page}#b">`,
    ],
  ])('makes %s absolute', (html, absolute) => {
    expect(absoluteLinks(html, page)).toBe(absolute);
  });

  it.each([
    '<a href="https://example.org/x/">',
    '<a href="//example.org/x/">',
    '<a href="mailto:editors@example.com">',
    '<p>Write href=/x/ in "/quotes"</p>',
  ])('leaves %s alone', (html) => {
    expect(absoluteLinks(html, page)).toBe(html);
  });
});
