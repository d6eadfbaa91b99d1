import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentMistakes } from '../../../../src/build/content/content-mistakes.ts';
import { nameMistakes } from '../../../../src/build/content/file-names.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';

const FILE = 'content/letters/2026-12-01-the-hour-after.mdx';
const FIELDS = ['subject: The hour after', 'preview: Three small jobs.'];

const SHARED = globSync('content/{sources,figures,glossary,messages/*,charts/*}.yaml')
  .sort()
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const SITE = {
  file: 'content/site.yaml',
  text: readFileSync('content/site.yaml', 'utf8').replace(/^ {4}order:\n(?: {6}- .*\n)+/gm, ''),
};

/** What is told of a letter, in short: `line: sentence`. */
function mistakesOf(fields: readonly string[], body: string): string[] {
  const text = `---\n${fields.join('\n')}\n---\n\n${body}\n`;
  return contentMistakes([SITE, ...SHARED, { file: FILE, text }], () => false)
    .filter(({ file }) => file === FILE)
    .map((mistake) => mistakeLine(mistake).slice(FILE.length + 1));
}

describe('a letter', () => {
  it('may have what articles have', () => {
    const body =
      'Call[@robert-half-2019], as [#robert-half-2019-backed-out] did.\n\n<Message id="note-to-the-referrer" />\n\n<Tool id="after" />\n\nA <Term id="release">release</Term>.';
    const fields = [...FIELDS, 'date: 2026-12-01', 'sources: [robert-half-2019]'];
    expect(mistakesOf(fields, body)).toEqual([]);
  });

  it.each([
    ['no subject', [FIELDS[1] ?? ''], 'A.', '2: the field "subject" is wrong. Found: nothing.'],
    [
      'a preview of 91 characters',
      ['subject: A', `preview: ${'a'.repeat(91)}`],
      'A.',
      '3: the field "preview" is wrong.',
    ],
    [
      'another day than in its name',
      [...FIELDS, 'date: 2026-12-02'],
      'A.',
      '4: the field "date" is wrong. Found: "2026-12-02". Allowed: "2026-12-01", which the file\'s name says',
    ],
    ['a field of articles', [...FIELDS, 'topic: say-it'], 'A.', '4: the field "topic" is wrong.'],
    [
      'a source that it does not list',
      FIELDS,
      'A[@robert-half-2019].',
      '6: the field "citation [@robert-half-2019]" is wrong.',
    ],
    [
      'a source that it does not cite',
      [...FIELDS, 'sources: [robert-half-2019]'],
      'A.',
      '4: the field "sources" is wrong. Found: "robert-half-2019". Allowed: nothing yet (the sources that the text cites',
    ],
    ['an unknown source', FIELDS, 'A[@nobody].', '6: the field "citation [@nobody]" is wrong.'],
    ['an unknown message', FIELDS, '<Message id="no" />', '6: the field "<Message id>" is wrong.'],
    ['a sum that is no figure', FIELDS, 'It costs 40%.', '6: a percentage or a sum of money'],
    ['a title of its own', FIELDS, '# A', '6: the page has its title already.'],
  ])('is told of for %s', (_what, fields, body, start) => {
    const told = mistakesOf(fields, body);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(start);
  });
});

describe('the name of a letter', () => {
  it.each(['the-hour-after.mdx', '2026-02-30-a.mdx', '2026-12-01.mdx', '2026-12-01-a/b.mdx'])(
    'is not %s',
    (name) => {
      expect(nameMistakes([`content/letters/${name}`])).toEqual([
        {
          file: `content/letters/${name}`,
          sentence: expect.stringContaining('begins with the day'),
        },
      ]);
    },
  );

  it('is its own, whatever its day', () => {
    const files = ['content/letters/2026-12-01-a.mdx', 'content/letters/2026-12-08-a.mdx'];
    expect(nameMistakes(files)).toEqual([
      {
        file: files[1],
        sentence: `${files[0]} has the same address, /newsletter/letters/a/. Rename one.`,
      },
    ]);
  });
});
