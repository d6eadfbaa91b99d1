import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../src/articles/article-text.ts';
import { contentFiles, readContent } from '../../../../src/build/content/content-file.ts';
import { contentMistakes, type Reading } from '../../../../src/build/content/content-mistakes.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';

const FIELDS = [
  'title: A title',
  'description: Of it.',
  'topic: say-it',
  'answer: Call.',
  'published: 2026-11-01',
  'reviewed: 2026-11-01',
];

/** A file of this site; of site.yaml without what it says of articles, which are not there. */
function written(file: string): string {
  return readFileSync(file, 'utf8').replace(/^ {4}order:\n(?: {6}- .*\n)+/gm, '');
}

/** Files of this site that an article refers to: of the messages, one, as each test reads all anew. */
const SHARED = globSync(
  'content/{site,sources,glossary,messages/{acts,any-reason,channels,notes,slots}}.yaml',
)
  .sort()
  .map((file) => ({ file, text: written(file) }));

/** All files of this site. */
const WHOLE = contentFiles('content').flatMap(({ file, bytes }) => {
  const read = readContent(file, bytes);
  return 'text' in read ? [read] : [];
});

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
      return mistakeLine(mistake).slice(file.length + 1);
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
    [
      'a year for a month',
      'jurisdictions: [{ country: US, asOf: 2026, note: x }]',
      'Found: 2026. Allowed: a month as "YYYY-MM".',
    ],
    ['no space behind a colon', 'title:Call', '2: a line is no field. Found: "title:Call".'],
    [
      'an apostrophe in quotes',
      "title: 'it's'",
      '2: a text goes on behind the quotation mark that ends it.',
    ],
    [
      'words behind quotes',
      'title: "Call" now',
      '2: a text goes on behind the quotation mark that ends it.',
    ],
    ['a backslash', 'title: "a\\qb"', '2: a backslash stands in a text in quotes.'],
    ['a hyphen first', 'title: - x', '2: a text begins with a sign that means something in YAML.'],
    ['an angle first', 'title: > x', '2: a text begins with a sign that means something in YAML.'],
    [
      'a hash first',
      'title: #1 tip',
      '2: the field "title" is wrong. Found: nothing. Allowed: text. A "#" begins a comment: put the text in quotes.',
    ],
    [
      'nothing in a field',
      'title:',
      '2: the field "title" is wrong. Found: nothing. Allowed: text.',
    ],
    ['a field too far in', '  title: Call', '3: a line does not stand below the ones above it.'],
    ['a sign that nobody sees', 'tag\u200bs: [a]', 'Found: "tag\\u200bs".'],
    [
      'a month that there is not',
      'published: 2026-13-01',
      '2: the field "published" is wrong. Found: "2026-13-01".',
    ],
    [
      'a draft that is no yes',
      'draft: yes',
      '2: the field "draft" is wrong. Found: "yes". Allowed: true or false.',
    ],
    [
      'a list that is none',
      'tools: quiz',
      '2: the field "tools" is wrong. Found: "quiz". Allowed: a list.',
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
    ['x <br> y', '10: <br> has no end. In MDX it is <br />.'],
    ['x</div>', '10: </div> ends nothing.'],
    ['<H2>x</H2>', '10: tags of HTML are in lower case in MDX. Write <h2>.'],
    ['<div></span></div>', '10: </span> ends nothing.'],
    ['- a\n  <b>x\n- b', '11: <b> has no end.'],
    [
      '<details><summary>a</summary>\n\nb\n\n</details>',
      '10: <details> begins on a line with text and ends behind an empty line',
    ],
    ['<a onclick=x>y</a>', '10: the value of an attribute stands without quotes.'],
    [
      '<https://example.com>',
      '10: an address in < and > is no link in MDX. Found: "<https://example.com>". Write [https://example.com](https://example.com).',
    ],
    ['<me@example.com>', 'Write [me@example.com](mailto:me@example.com).'],
    [
      'Grüße für {dich und mich}',
      '10: braces mean code in MDX. Found: "Grüße für {dich und mich}".',
    ],
    ['import it all from them.', '10: a line that begins with import or export is code in MDX'],
    ["import a from './gone.ts'", '10: there is no file to import. Found: "./gone.ts".'],
    ['export const a = 1\n\n{a}', undefined],
    ['<wobble>x</wobble>', '10: <wobble> is no tag of HTML that texts have.'],
    [
      'a\n\n<Message id="any-reason/fax" />',
      '12: the field "<Message id>" is wrong. Found: "any-reason/fax". Allowed: any-reason/email, ',
    ],
    ['<Message id="any-reason/phone/shout" />', 'Found: "any-reason/phone/shout".'],
    ['<Message id="any-reason/phone/notice" />', undefined],
    ['<Message />', '10: <Message> lacks what it is about. Write <Message id="…" />.'],
    [
      '<Tool id="nope" />',
      '10: the field "<Tool id>" is wrong. Found: "nope". Allowed: quiz, plan, ',
    ],
    [
      '<Checked reviewed="2026-13" />',
      '10: the field "<Checked reviewed>" is wrong. Found: "2026-13". Allowed: a month as YYYY-MM.',
    ],
    [
      '<MarginFigure value="1%" source="geo">x</MarginFigure>',
      '10: <MarginFigure> lacks what it is about. Write <MarginFigure id="…" />.',
    ],
    ['<b>x', '10: <b> has no end. Write </b> behind what is in it'],
    [
      '<Card>\n\nx\n\n</Card>',
      '10: <Card> is no component. Allowed: Author, Chart, Checked, Contact,',
    ],
    [
      '<Term id="nope">x</Term>',
      '10: the field "<Term id>" is wrong. Found: "nope". Allowed: at-will, clawback,',
    ],
    ['<Term>at will</Term>', '10: <Term> lacks what it is about. Write <Term id="…" />.'],
    [
      'A <Term id="notice" />.',
      '10: <Term> has no word to open. Write <Term id="notice">the word</Term>.',
    ],
    [
      'The <Term id="notice">notice</Term>.\n\nNo <Term id="notice">notice</Term>.',
      '12: <Term id="notice"> stands in this text before.',
    ],
    [
      'See [the <Term id="notice">notice</Term>](/plan/).',
      "10: <Term> can't stand in <a>. Put it around the word in a sentence.",
    ],
    [
      '## The <Term id="notice">notice</Term>\n',
      "10: <Term> can't stand in <h2>. Put it around the word in a sentence.",
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
      '10: <p> has the attribute "style", which the security policy blocks.',
    ],
    ['<p onclick="x()">x</p>', '10: <p> has the attribute "onclick"'],
    ['![a](https://example.com/x.png)', '10: a picture is somewhere else'],
    ['![a](//example.com/x.png)', '10: a picture is somewhere else'],
    ['![a](data:image/png;base64,AAAA)', '10: a picture is somewhere else'],
    [
      'a\n\n![a](./gone.png)',
      '12: there is no such picture beside this file. Found: "./gone.png".',
    ],
    ['![a](/gone.png)', '10: there is no such picture in public/. Found: "/gone.png".'],
    [
      '<iframe src="https://example.com"></iframe>',
      "10: <iframe> can't be in a text: the security policy blocks",
    ],
    ['a\n\n<center>x</center>', '12: <center> is no tag of HTML that texts have.'],
    [
      '| a | b |\n|--|--|\n| 1 | 2 |\n| 1 | 2 | 3 |',
      '13: a row has more cells than its table has columns, and the rest would be left out. Found: 3. Allowed: 2.',
    ],
    ['| a |\n|--|\n| `x|y` |', '12: a row has more cells than its table'],
    ['> a | b\n> --|--\n> 1 | 2 | 3', '12: a row has more cells'],
    ['- | a |\n  |--|\n  | 1 | 2 |', '12: a row has more cells'],
    ['**unclosed', '10: readers would see these asterisks'],
    ['a\n\nno end** here', '12: readers would see these asterisks'],
    ['- x [@Geo]', '10: this is no citation. Found: "[@Geo]".'],
    ['[@geo; @nrmp]', '10: this is no citation. Found: "[@geo; @nrmp]".'],
    [
      'a\n\nb[^1]',
      '12: this footnote has no text. Found: "[^1]". Write that on a line of its own: [^1]: The text.',
    ],
    ['a\n\n##Heading', '12: a heading lacks the space behind its hashes.'],
    ['[a](javascript:alert(1))', "10: a link has a kind of address that readers can't follow."],
    ['[a](http://[bad/)', '10: a link has no address that a browser can read.'],
    ['a\n\n[a]()', '12: a link leads nowhere.'],
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
    ['a [@] b, 5** and rated ***', ''],
    ['[a](whatsapp://send) [b](sms:+1)', ''],
    ['| a | b |\n|:-:|--|\n| 1 |\n| 1 \\| 2 | `3\\|4` |\n\na | b | c', ''],
    ['```\n| a |\n|--|\n| 1 | 2 |\n```', ''],
    ['<td style="text-align:right;">x</td>', ''],
    ['`[@Geo]` \\[@Geo] \\*\\*a 2**3 f**k `**` \\[^1]', ''],
    ['```\n##a **b [^1] <wobble>\n```', ''],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', ''],
    ['[a](mailto:a@example.com) [b](tel:+15551234567) [c](//example.com/)', ''],
    ['<details open><summary>a</summary>\n\nb\n\n</details>', ''],
    ['x<br>y <kbd>a</kbd> <abbr title="b">c</abbr>', ''],
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

describe('a text in Markdown', () => {
  it.each([
    [
      'a\n\n<Message id="any-reason" />',
      '12: <Message> works in .mdx files alone. Rename this one',
    ],
    ['<Card>x</Card>', '10: <Card> is no tag of HTML that texts have.'],
    ['<p>a</p>\n\n<center>x</center>\n\n<center>y</center>', '12: <center> is no tag'],
  ])('that has %j is told', (body, sentence) => {
    expect(mistakesOf(FIELDS, body, 'odd.md')[0]).toContain(sentence);
  });

  it('has each of two tags told on its line', () => {
    const body = '<center>x</center>\n\n<p>a</p>\n\n<center>y</center>';
    expect(mistakesOf(FIELDS, body, 'odd.md').map((one) => Number.parseInt(one, 10))).toEqual([
      10, 14,
    ]);
  });
});

describe('a file beside the texts', () => {
  const WORDS = 'word '.repeat(50);
  const situation = (change: string) =>
    `title: Odd\norder: 99\nuse: Never.\nbody: |\n  ${WORDS}{act}\n\n  {close}\nwhy: Odd.\nshort: Odd.\n${change}`;
  const SITE = 'content/site.yaml';
  const PLACE = 'content/plan/places/de.yaml';
  const ODD = 'content/messages/odd.yaml';
  it.each([
    [
      ODD,
      situation('').replace('{close}', '{nobody} {close}'),
      '7: the field "body" is wrong. Found: {nobody}. Allowed: recipient, ',
    ],
    [
      ODD,
      situation('').replace('why: Odd.', 'why: Odd {nobody}.'),
      '8: the field "why" is wrong. Found: {nobody}.',
    ],
    [
      ODD,
      situation('').replace('short: Odd.', 'short: Odd. Even.'),
      '9: the field "short" is wrong. Found: 2 sentences in the plain tone. Allowed: exactly 1 sentence, ',
    ],
    [ODD, situation('').replace(WORDS, 'Few. '), '4: the field "body" is wrong. Found: '],
    [ODD, situation('').replace('{act}', ''), '4: the field "body" is wrong. Found: '],
    [
      ODD,
      situation('channels: [fax]\n'),
      'channels.0" is wrong. Found: "fax". Allowed: "email", "letter", ',
    ],
    [
      'content/messages/acts.yaml',
      written('content/messages/acts.yaml').replace(/(^ {2}close: .*)"$/m, '$1 {nobody}"'),
      'the field "withdraw.close" is wrong. Found: {nobody}.',
    ],
    [
      'content/messages/channels.yaml',
      written('content/messages/channels.yaml').replace('{sender-address}', '{nobody}'),
      'the field "letter.frame" is wrong. Found: {nobody}.',
    ],
    [
      'content/messages/channels.yaml',
      `${written('content/messages/channels.yaml')}fax:\n  title: Fax\n  frame: Fax.\n`,
      'the field "fax" is wrong. Found: "fax". Allowed: email, letter, phone, ',
    ],
    [
      PLACE,
      written(PLACE).replace('{sender-address}', '{nobody}'),
      'the field "paper.letter" is wrong. Found: {nobody}.',
    ],
    [
      PLACE,
      written(PLACE).replace(/sources: \[[\w-]+/, 'sources: [no-such-source'),
      '.sources.0" is wrong. Found: "no-such-source". Allowed: a key of content/sources.yaml.',
    ],
    [
      SITE,
      written(SITE).replace(/^call: .*/m, 'call: nope'),
      'the field "call" is wrong. Found: "nope". Allowed: quiz, plan, ',
    ],
    [
      SITE,
      written(SITE)
        .replace('  - id: say-it\n    title: Write', '  - id: write\n    title: Write')
        .replace('tools: [say-it]', 'tools: [write]'),
      'the field "tools" is wrong. Found: no tool "say-it".',
    ],
    [
      SITE,
      written(SITE).replace('  page: /about/', '  page: /about/\n  photo: gone.jpg'),
      'the field "author.photo" is wrong. Found: "gone.jpg", which is not there.',
    ],
    [
      ODD,
      situation('').replace('{act}', '<so {act}'),
      '5: the field "body" is wrong. Found: "<so {act}". Allowed: {slots} and <parts>',
    ],
    ['content/sources.yaml', '', '1: the file is empty.'],
    [
      'content/sources.yaml',
      `${written('content/sources.yaml')}Geo 1:\n  title: x\n  publisher: y\n  url: https://example.com/\n`,
      'the field "Geo 1" is wrong. Found: "Geo 1", which no citation can name.',
    ],
    [
      SITE,
      written(SITE).replace('    tools: [after]', '    order:\n      - gone\n    tools: [after]'),
      'the field "topics.3.order.0" is wrong. Found: "gone". Allowed: nothing yet (the articles of this topic).',
    ],
    [
      SITE,
      written(SITE).replace('    tools: [after]', '    order: [x, x]\n    tools: [after]'),
      'the field "topics.3.order.1" is wrong. Found: "x", which stands in this list before.',
    ],
    [SITE, '', '1: the file is empty.'],
  ])('%s: %#', (file, text, sentence) => {
    const others = SHARED.filter((one) => one.file !== file);
    const mistakes = contentMistakes([...others, { file, text }], () => false).map(mistakeLine);
    expect(mistakes).toEqual([expect.stringContaining(sentence)]);
    expect(mistakes[0]).toMatch(new RegExp(`^${file}:\\d+: `));
  });
});

describe('the reading order of a topic', () => {
  const order = (list: string) => ({
    file: 'content/site.yaml',
    text: written('content/site.yaml').replace(
      '    tools: [after]',
      `    order:\n${list}    tools: [after]`,
    ),
  });
  const article = (id: string, topic: string) => ({
    file: `content/articles/${id}.mdx`,
    text: `---\n${withField(`topic: ${topic}`).join('\n')}\n---\n\nCall.\n`,
  });
  const told = (list: string) =>
    contentMistakes(
      [
        ...SHARED.filter(({ file }) => file !== 'content/site.yaml'),
        order(list),
        article('mine', 'after'),
        article('other', 'say-it'),
      ],
      () => false,
    ).map(mistakeLine);

  it('may name the articles of the topic, and drafts of it', () => {
    expect(told('      - mine\n')).toEqual([]);
  });

  it('names none of another topic, and is told with its line', () => {
    const text = order('      - mine\n      - other\n').text;
    const line = text.split('\n').indexOf('      - other') + 1;
    expect(told('      - mine\n      - other\n')).toEqual([
      `content/site.yaml:${line}: the field "topics.3.order.1" is wrong. Found: "other", whose topic is "say-it". Allowed: mine (the articles of this topic).`,
    ]);
  });
});

describe('many mistakes', () => {
  it('in the syntax of one text are all mistakeLine, beside those in its front matter and the rest of it', () => {
    const body = 'Pay <50k.\n\nDear {your name},\n\n# Title\n\n<b>x\n\n![a](./gone.png)';
    expect(mistakesOf(['title: Call: now', ...FIELDS.slice(1), 'x: y: z'], body)).toEqual([
      expect.stringContaining('2: a colon and a space'),
      expect.stringContaining('8: a colon and a space'),
      expect.stringContaining('11: "<" begins a tag'),
      expect.stringContaining('13: braces mean code'),
      expect.stringContaining('15: the page has its title already'),
      expect.stringContaining('17: <b> has no end'),
      expect.stringContaining('19: there is no such picture'),
    ]);
  });

  it('in one tag are all told', () => {
    expect(mistakesOf(FIELDS, 'a\n\n<img src="https://example.com/x.png">')).toEqual([
      expect.stringContaining('12: <img> has no end.'),
      expect.stringContaining('12: a picture is somewhere else'),
    ]);
  });

  it('in one front matter are all mistakeLine, those of its fields and those of what it refers to', () => {
    const fields = [
      'description: Of it.',
      'topic: saying',
      'tools: [nope]',
      'tags: [x]',
      ...FIELDS.slice(3),
    ];
    expect(mistakesOf(fields, 'Half[@no-such].').map((one) => one.slice(0, 24))).toEqual([
      '2: the field "title" is ',
      '3: the field "topic" is ',
      '4: the field "tools" is ',
      '5: the field "tags" is w',
      '11: the field "citation ',
    ]);
  });

  it('are all mistakeLine, by file and by line', () => {
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
    expect(WHOLE.length).toBeGreaterThan(50);
    expect(contentMistakes(WHOLE, () => true).map(mistakeLine)).toEqual([]);
  });
});

describe('what is read while mistakes are looked for', () => {
  it('is what the page of an article would read, but for texts that name figures', () => {
    const reading: Reading = { data: new Map(), texts: new Map() };
    contentMistakes(WHOLE, () => true, reading);
    const articles = WHOLE.filter(({ file }) => file.startsWith('content/articles/'))
      .map(({ file, text }) => ({ file, body: text.slice(text.indexOf('\n---\n') + 5) }))
      .filter(({ body }) => !body.includes('[#'));
    expect(articles.length).toBeGreaterThan(5);
    expect([...reading.texts]).toEqual(
      articles.map(({ file, body }) => [file, readText(body, file)]),
    );
  });
});
