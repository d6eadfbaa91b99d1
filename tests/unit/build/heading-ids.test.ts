import { describe, expect, it } from 'vitest';
import { isReservedId } from '../../../src/articles/page-ids.ts';
import { htmlOfMarkdown, jsOfMdx } from './rendered.ts';

const idsOf = async (...headings: string[]) =>
  [
    ...(await htmlOfMarkdown(headings.map((one) => `## ${one}`).join('\n\n'))).matchAll(
      /<h2 id="([^"]*)"/g,
    ),
  ].map(([, id]) => id);

describe('headingIds', () => {
  it.each([
    ['Tell them soon', 'tell-them-soon'],
    ['Don’t wait, call', 'dont-wait-call'],
    ['Größe & *Maß*', 'größe--maß'],
    ['Привет, мир', 'привет-мир'],
    ['你好', '你好'],
    ['2 days', '2-days'],
    ['Use `npm`', 'use-npm'],
    ['Notice[@geo]', 'notice'],
  ])('%s: %s', async (heading, id) => {
    expect(await idsOf(heading)).toEqual([id]);
  });

  it.each([
    'Email',
    'Topics',
    'Content',
    'Answer',
    'Law',
    'Sources',
    'Related',
    'Next step',
    'Email mistake',
    'Footnote label',
    'Source bgb',
    'Cite 1',
    'Tool quiz',
    'Decide offer pay',
    'Signed accepted',
    'Tell by start',
    'Say it role',
    'After progress',
    'User content fn 1',
  ])('"%s" leaves the page its own id', async (heading) => {
    const [id = '', again = ''] = await idsOf(heading, heading);
    expect([id, again].filter((one) => isReservedId(one) && !one.includes('-section'))).toEqual([]);
    expect(id).toMatch(/-section$/);
    expect(again).toBe(`${id}-1`);
  });

  it('gives an emoji alone an id, and one to each of many', async () => {
    expect(await idsOf('🎉', '👩‍👩‍👧', '!!!', '—')).toEqual([
      'section',
      'section-1',
      'section-2',
      'section-3',
    ]);
  });

  it('gives no id twice, whatever headings are called', async () => {
    const ids = await idsOf('A', 'A', 'A 1', 'A', 'a-1', 'A', 'Email', 'Email section', 'EMAIL');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('a');
  });

  it('leaves the ids that a writer gives, and keeps away from them', async () => {
    const html = await htmlOfMarkdown('<a id="notice">x</a>\n\n## Notice\n\n<h2 id="own">Own</h2>');
    expect(html).toContain('<a id="notice">');
    expect(html).toContain('<h2 id="notice-1">');
    expect(html).toContain('<h2 id="own">');
  });

  it('takes the links of the same text along', async () => {
    const source = '## Email\n\n[a](#email) [b](#law) [c](#answer)\n\n## Answer';
    const html = await htmlOfMarkdown(source);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      '#email-section',
      '#law',
      '#answer-section',
    ]);
    const code = await jsOfMdx(`${source}\n\n<a href="#email">d</a>`);
    expect(code.match(/"#[\w-]+"/g)?.sort()).toEqual([
      '"#answer-section"',
      '"#email-section"',
      '"#email-section"',
      '"#law"',
    ]);
  });
});
