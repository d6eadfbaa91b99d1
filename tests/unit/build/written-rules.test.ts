import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rulesOfText, rulesOfYaml, writtenRules } from '../../../src/build/written-rules.ts';
import { filesOf } from '../content/written-content.ts';

const FILE = 'content/articles/late.mdx';
const article = (matter: string, body = '') => `---\n${matter}\n---\n\n${body}`;
const NOTES = `jurisdictions:
  - { country: Germany, asOf: 2026-02, note: "On paper[@geo][@haufe]." }
  - { country: India, asOf: 2025-12, note: "Take bonds seriously." }`;

describe('the rules of an article', () => {
  it('are its notes on law, each with the sources that it cites', () => {
    expect(rulesOfText(FILE, article(NOTES))).toEqual([
      {
        file: FILE,
        path: 'jurisdictions.0 (Germany)',
        sources: ['geo', 'haufe'],
        reviewed: '2026-02',
      },
      { file: FILE, path: 'jurisdictions.1 (India)', sources: [], reviewed: '2025-12' },
    ]);
  });

  it('are also what a section says of when it was checked, with the sources of that section', () => {
    const body =
      'Before[@a].\n\n## Notice\n\n<Checked reviewed="2026-02" /> One[@b].\n\n### Two\n\n[@c]\n';
    expect(rulesOfText(FILE, article('title: x', body))).toEqual([
      { file: FILE, path: '## Notice', sources: ['b'], reviewed: '2026-02' },
    ]);
  });

  it.each([
    ['a draft', article(`draft: true\n${NOTES}`)],
    ['an article without notes', article('title: x')],
    ['a comment', article('title: x', '{/* <Checked reviewed="2026-02" /> */}')],
    ['notes that are no list', article('jurisdictions: none')],
    ['a text without front matter', 'Text.'],
  ])('are none of %s', (_, text) => {
    expect(rulesOfText(FILE, text)).toEqual([]);
  });

  it('are read with the ends of lines that Windows writes', () => {
    expect(rulesOfText(FILE, article(NOTES).replaceAll('\n', '\r\n'))).toHaveLength(2);
  });
});

describe('a review that is no day', () => {
  it.each([
    ['2026-02-30', 'a day as YYYY-MM-DD'],
    ['2026-02', 'a day as YYYY-MM-DD'],
    ['soon', 'a day as YYYY-MM-DD'],
  ])('is told of a rule: %s', (reviewed, allowed) => {
    expect(() =>
      rulesOfYaml('content/plan/x.yaml', `de: { sources: [a], reviewed: ${reviewed} }`),
    ).toThrow(
      `content/plan/x.yaml: the field "de, reviewed" is wrong. Found: "${reviewed}". Allowed: ${allowed}.`,
    );
  });

  it.each(['2026-13', 'February 2026', ''])('is told of a text: %j', (reviewed) => {
    const body = `## Notice\n\n<Checked reviewed="${reviewed}" />`;
    expect(() => rulesOfText(FILE, article('title: x', body))).toThrow(
      `${FILE}: the field "## Notice, reviewed" is wrong. Found: "${reviewed}". Allowed: a month as YYYY-MM.`,
    );
  });

  it('is told of a file that is no YAML', () => {
    expect(() => rulesOfYaml('content/plan/x.yaml', 'de: "open')).toThrow(
      /^content\/plan\/x\.yaml: .* at line 1/,
    );
  });
});

describe('writtenRules', () => {
  it('finds rules in files of any depth, below content/plan and elsewhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'second-thoughts-content-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const yaml = 'rule: { sources: [a], reviewed: 2026-02-28 }';
    const files = {
      'plan/notice.yaml': yaml,
      'plan/places/austria.yaml': yaml,
      'messages/letter.yaml': yaml,
      'articles/late.mdx': article(NOTES),
      'articles/more/later.md': article(NOTES),
      'pages/law.mdx': article('title: x', '<Checked reviewed="2026-02" />'),
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    expect([...new Set(writtenRules(folder).map(({ file }) => file))].sort()).toEqual(
      Object.keys(files)
        .map((name) => `content/${name}`)
        .sort(),
    );
  });

  it('finds those of this site', () => {
    const files = new Set(writtenRules('content').map(({ file }) => file));
    expect(files).toContain('content/plan/notice.yaml');
    expect(files).toContain('content/articles/how-late-is-too-late.mdx');
  });
});

describe('the text of an article', () => {
  it.each(filesOf('{articles,pages}/**/*.{md,mdx}'))(
    '$file writes no month beside its law by hand, where nobody would see it grow old',
    ({ body }) => {
      const months = /\b(as of|checked in|as at) (the )?\w+ 20\d\d/gi;
      expect(body.match(months)).toBeNull();
    },
  );
});
