import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentFiles, readContent } from '../../../../src/build/content/content-file.ts';
import { contentMistakes } from '../../../../src/build/content/content-mistakes.ts';
import { told } from '../../../../src/site/content-error.ts';

const FIELDS = [
  'title: A title',
  'description: Of it.',
  'topic: say-it',
  'answer: Call.',
  'published: 2026-11-01',
  'reviewed: 2026-11-01',
];

/** The files of this site that an article refers to. */
const SHARED = ['content/site.yaml', 'content/sources.yaml'].map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

/** What is told of an article, in short: `line: sentence`. */
function mistakesOf(
  fields: readonly string[],
  body: string,
  name = 'odd.mdx',
  there = '',
): string[] {
  const file = `content/articles/${name}`;
  const text = `---\n${fields.join('\n')}\n---\n\n${body}\n`;
  return contentMistakes([...SHARED, { file, text }], (_, path) => path === there).map(
    (mistake) => {
      expect(mistake.file).toBe(file);
      return told(mistake).slice(file.length + 1);
    },
  );
}

/** The fields with this one, which may be new, in the second line of the file. */
const withField = (field: string) => [
  field,
  ...FIELDS.filter((one) => one.split(':')[0] !== field.split(':')[0]),
];

describe('the front matter of an article', () => {
  it.each([
    [
      'a colon in a text',
      'title: Call: now',
      '2: a colon and a space stand within a text. Found: "title: Call: now". Put the text in quotes',
    ],
    [
      'an open quotation mark',
      'title: "Call',
      '2: a quotation mark is not closed. Found: "title: \\"Call".',
    ],
    ['an open bracket', 'tools: [quiz', '2: a bracket is not closed'],
    ['a tab', 'next:\n\tarticle: x', '3: a tab stands at the beginning of a line.'],
    [
      'a field twice',
      'draft: false\ndraft: true',
      '3: a field is there twice. Found: "draft: true".',
    ],
    ['an at sign', 'title: @home', '2: a text begins with a sign that means something in YAML.'],
    [
      'a star',
      'title: *home',
      '2: a text begins with a sign that means something in YAML. Found: "*home".',
    ],
    [
      'a year alone',
      'title: 2026',
      '2: the field "title" is wrong. Found: 2026. Allowed: text, so with quotes: "2026".',
    ],
    [
      'a year without quotes',
      'jurisdictions: [{ country: US, asOf: 2026, note: x }]',
      '2: the field "jurisdictions.0.asOf" is wrong. Found: 2026.',
    ],
    [
      'a day that there is not',
      'published: 2026-02-30',
      '2: the field "published" is wrong. Found: "2026-02-30". Allowed: a day as YYYY-MM-DD.',
    ],
    ['an unknown field', 'tags: [a]', '2: the field "tags" is wrong. Found: "tags".'],
    ['a long title', `title: ${'x'.repeat(91)}`, '2: the field "title" is wrong.'],
    ['an unknown topic', 'topic: saying', '2: the field "topic" is wrong. Found: "saying".'],
    [
      'an unknown tool',
      'tools:\n  - quiz\n  - test',
      '4: the field "tools" is wrong. Found: "test".',
    ],
    [
      'an unknown article',
      'next: { article: gone, text: x }',
      '2: the field "next.article" is wrong. Found: "gone".',
    ],
  ])('with %s is told once, with its line', (_, field, sentence) => {
    const [first, ...more] = mistakesOf(withField(field), 'Text.');
    expect(first).toContain(sentence);
    expect(more).toEqual([]);
  });

  it('that is not there is told', () => {
    const file = 'content/articles/odd.mdx';
    for (const text of ['Text alone.\n', '---\ntitle: x\n', '']) {
      expect(contentMistakes([...SHARED, { file, text }], () => true)).toMatchObject([
        {
          file,
          line: 1,
          sentence: expect.stringContaining('does not begin with its front matter'),
        },
      ]);
    }
  });

  it('with a field missing is told', () => {
    expect(mistakesOf(FIELDS.slice(1), 'Text.')).toEqual([
      expect.stringContaining('the field "title" is wrong. Found: nothing. Allowed: text.'),
    ]);
  });
});

describe('a source that there is not', () => {
  it('is told once, with the shape of a source', () => {
    const fields = withField('sources: [no-such-source]');
    expect(mistakesOf(fields, 'Half[@no-such-source]. And[@no-such-source].')).toEqual([
      '2: the field "sources" is wrong. Found: "no-such-source". Allowed: a key of content/sources.yaml, where a new one looks like this: no-such-source: { title: "Its title", publisher: "Who publishes it", url: "https://example.com/", published: "2026" }.',
    ]);
  });

  it('is told where it is cited, if it is not listed', () => {
    expect(mistakesOf(FIELDS, 'A.\n\nHalf[@no-such-source].')).toEqual([
      expect.stringContaining('12: the field "citation [@no-such-source]" is wrong.'),
    ]);
  });
});

describe('a text in MDX', () => {
  it.each([
    [
      'Pay is <50k.',
      '10: "<" begins a tag in MDX. Found: "<50k.". For the sign itself write &lt;.',
    ],
    ['a\n\nb <= c', '12: "<" begins a tag in MDX. Found: "<=".'],
    ['Dear {name},', '10: braces mean code in MDX, and nothing here is called so. Found: {name}.'],
    ['a\n\n{first} and more', '12: braces mean code in MDX'],
    ['Dear {your name},', '10: braces mean code in MDX. Found: "Dear {your name},".'],
    ['a }', undefined],
    ['An open { brace', '10: braces mean code in MDX.'],
    [
      '<Message id={name} />',
      '10: braces mean code in MDX, and nothing here is called so. Found: {name}.',
    ],
    ['<!-- note -->', '10: a comment is written as in HTML. In MDX it is {/* a comment */}.'],
    ['<name>', '10: <name> has no end.'],
    ['<b>x', '10: <b> has no end. Write </b> behind what is in it'],
    [
      '<Card>\n\nx\n\n</Card>',
      '10: <Card> is no component. Allowed: Author, Chart, Checked, Contact,',
    ],
    [
      '<Chart id="no-such-chart" />',
      '10: the field "<Chart id>" is wrong. Found: "no-such-chart".',
    ],
    ['a\n\n<Message id="no-such" />', '12: the field "<Message id>" is wrong. Found: "no-such".'],
    ['{/* {name} <50k */}', undefined],
    ['a {" "} b {"text"}', undefined],
    ['`<50k` and `{name}`', undefined],
    ['```\n<50k {name}\n```', undefined],
    ['\\<50k and \\{name\\} and &lt;50k', undefined],
    ['Fewer < than that', undefined],
  ])('%j: %s', (body, sentence) => {
    const [first, ...more] = mistakesOf(FIELDS, body);
    if (sentence === undefined) expect(first).toBeUndefined();
    else expect(first).toContain(sentence);
    expect(more).toEqual([]);
  });
});

describe('a text', () => {
  it.each([
    [
      '# Title',
      '10: the page has its title already. Found: "# Title". Begin headings with two hashes: ## Title.',
    ],
    ['a\n\n##', '12: a heading has no words.'],
    ['<a id="x"></a>\n\n<a id="x"></a>', '12: the id "x" is used twice.'],
    ['<a id="email"></a>', '10: the id "email" is one that the page needs itself.'],
    ['<a id="source-x"></a>', '10: the id "source-x" is one that the page needs itself.'],
    [
      '<p style="color: red">x</p>',
      '10: <p> has a style attribute, which the security policy blocks.',
    ],
    ['<p onclick="x()">x</p>', '10: <p> has a onclick attribute'],
    ['![a](https://example.com/x.png)', '10: a picture is somewhere else'],
    ['![a](//example.com/x.png)', '10: a picture is somewhere else'],
    ['![a](data:image/png;base64,AAAA)', '10: a picture is somewhere else'],
    [
      'a\n\n![a](./gone.png)',
      '12: there is no such picture beside this file. Found: "./gone.png".',
    ],
    ['![a](/gone.png)', '10: there is no such picture in public/. Found: "/gone.png".'],
    ['![a](./100%.png)', "10: a picture has a name that can't be an address."],
    ['![a](<./what?.png>)', "10: a picture has a name that can't be an address."],
  ])('with %j is told with the line, in Markdown and MDX', (body, sentence) => {
    for (const name of ['odd.md', 'odd.mdx']) {
      const [first, ...more] = mistakesOf(FIELDS, body, name);
      expect(first).toContain(sentence);
      expect(more).toEqual([]);
    }
  });

  it.each([
    ['![a](./there.png)', './there.png'],
    ['![a](there.png)', './there.png'],
    ['![a](<./my picture.png>)', './my picture.png'],
    ['![a](/there.png)', 'public/there.png'],
    ['`![a](./gone.png)`', ''],
    ['| a |\n|:-:|\n| 1 |', ''],
    ['a[^1]\n\n[^1]: b', ''],
    ['## Email\n\n## Email\n\n## 🎉', ''],
  ])('with %j is right', (body, there) => {
    expect(mistakesOf(FIELDS, body, 'odd.md', there)).toEqual([]);
  });

  it('in Markdown with a comment that readers would see is told', () => {
    expect(mistakesOf(FIELDS, 'a\n\n{/* note */}', 'odd.md')).toEqual([
      '12: readers would see this comment. In a .md file it is <!-- a comment -->.',
    ]);
    expect(mistakesOf(FIELDS, 'a <!-- b\n\nc -->', 'odd.md')).toEqual([
      expect.stringMatching(/^10: readers would see this comment\. Put it on lines of its own/),
    ]);
  });

  it('with <img> beside it is told', () => {
    expect(mistakesOf(FIELDS, '<img src="./a.png" alt="a" />', 'odd.mdx', './a.png')).toEqual([
      expect.stringContaining("10: a picture beside an article can't be shown by <img>."),
    ]);
  });
});

describe('many mistakes', () => {
  it('are all told, by file and by line', () => {
    const body = '# One\n\nPay {x}.\n\n![a](./gone.png)\n\n<Foo />';
    expect(mistakesOf(withField('topic: saying'), body).map((one) => one.split(':')[0])).toEqual([
      '2',
      '10',
      '12',
      '14',
      '16',
    ]);
  });

  it('are none on this site', () => {
    const files = contentFiles('content').flatMap(({ file, bytes }) => {
      const read = readContent(file, bytes);
      return 'text' in read ? [read] : [];
    });
    expect(files.length).toBeGreaterThan(50);
    expect(contentMistakes(files, () => true).map(told)).toEqual([]);
  });
});
