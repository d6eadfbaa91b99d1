import { expect, it } from 'vitest';
import { citingSources } from '../../../../src/feed/letters/citing-sources.ts';

it('leads to the sources themselves, and leaves other links', () => {
  const html =
    '<sup><a href="#source-a-1" id="cite-1-2" aria-label="Source 1">1</a></sup><a href="#part">x</a><a href="#source-b" id="cite-2">2</a>';
  const urls: Readonly<Record<string, string>> = { 'a-1': 'https://a.example/?x=1&y="' };
  expect(citingSources(html, (id) => urls[id])).toBe(
    '<sup><a href="https://a.example/?x=1&amp;y=&quot;" aria-label="Source 1">1</a></sup><a href="#part">x</a><a href="#source-b" id="cite-2">2</a>',
  );
});
