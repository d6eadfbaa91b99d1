import { describe, expect, it } from 'vitest';
import { countCitations } from '../../../src/articles/citations.ts';
import { articleSchema } from '../../../src/articles/schema.ts';
import { rulesIn } from '../../../src/law/law-rule.ts';
import { afterSchema } from '../../../src/plan/after/words-schema.ts';
import { filesOf, read } from './written-content.ts';

const articles = filesOf('articles/**/*.{md,mdx}').map(({ file, body, data }) => ({
  file,
  body,
  notes: read(articleSchema, file, data).jurisdictions,
}));
const tasks = filesOf('plan/after.yaml').flatMap(({ file, data }) =>
  read(afterSchema, file, data).groups.flatMap(({ items }) => items),
);
const sourcesIn = (data: unknown) => rulesIn(data).flatMap(({ rule }) => rule.sources);
const places = filesOf('plan/places/*.yaml').map(({ data }) => ({
  name: String(Object(data).name),
  sources: sourcesIn(data),
}));
const lawSources = new Set(filesOf('plan/**/*.yaml').flatMap(({ data }) => sourcesIn(data)));

/** The sections of all articles, each from its `##` heading to the next. */
const sections = articles.flatMap(({ file, body }) =>
  body.split(/^(?=## )/m).map((text) => ({ file, heading: /^## .*/.exec(text)?.[0] ?? '', text })),
);
/** Paragraphs and items of lists, of articles and of the list for afterwards. */
const passages = [
  ...articles.flatMap(({ body }) => body.split(/\n\n+|\n(?=- |\d+\. |\|)/)),
  ...tasks.map(({ text, why = '', say = '', law }) => [text, why, say, law?.text].join(' ')),
];
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/);

describe('what articles say of the law', () => {
  it.each(articles.flatMap(({ file, notes }) => notes.map((note) => ({ file, ...note }))))(
    '$file rests on $country with nothing that the plan does not know of it',
    ({ country, note }) => {
      const place = places.find(({ name }) => country === name || country.startsWith(`${name}: `));
      expect(places.map(({ name }) => name)).toContain(place?.name);
      expect(place?.sources).toEqual(expect.arrayContaining([...countCitations([note]).keys()]));
    },
  );

  it.each(
    sections.filter(({ text }) =>
      [...countCitations([text]).keys()].some((id) => lawSources.has(id)),
    ),
  )('$file says when it was checked: $heading', ({ text }) =>
    expect(text).toMatch(/<(Checked reviewed="[\d-]+"|NoticeByPlace) \/>/),
  );

  it.each(sections.filter(({ text }) => text.includes('<Message ')))(
    '$file shows a message only beside what counts in Germany: $heading',
    ({ text }) => {
      const told = sentencesOf(text).filter(
        (one) => /Germany/.test(one) && /\bletter on paper\b/.test(one),
      );
      expect(told).not.toEqual([]);
    },
  );

  it('lets nobody count on a release in writing without what that means in Germany', () => {
    const found = passages.filter(
      (one) => /\b(release|yes)\b/i.test(one) && /\bin writing,? from somebody\b/.test(one),
    );
    expect(found.length).toBeGreaterThanOrEqual(4);
    for (const one of found) expect(one).toMatch(/Germany[^.]* paper[^.]* both signatures/);
  });

  it('sends nobody to ask for a later start without what asking can cost', () => {
    const found = passages
      .filter((one) => /later start|change in pay or date/.test(one))
      .filter((one) => !/aren't asking for a later start/.test(one));
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const one of found) expect(one).toMatch(/pulled for asking/);
  });

  it('names no days of the Match that could be taken for a deadline', () => {
    const found = passages
      .filter((one) => /Match|NRMP/.test(one))
      .flatMap(sentencesOf)
      .filter((one) => /\d+ days/.test(one));
    expect(found.length).toBeGreaterThanOrEqual(1);
    for (const one of found) expect(one).toMatch(/breach at any time; .*presumed one/);
  });

  it.each([
    ['that money without a clause can be kept', /enforce/],
    ['that a tax break is certain', /there is a (deduction|credit)/],
    ['a rule that is only proposed', /propos/],
    ['that an agency, a bonus or moving costs forbid leaving', /don't withdraw/],
  ])('no longer says %s', (_, claim) => {
    expect(passages.filter((one) => claim.test(one))).toEqual([]);
  });
});

describe('what articles let a reader say', () => {
  const replies = articles
    .flatMap(({ body }) => body.match(/\| They say[\s\S]*?\n\n/g) ?? [])
    .flatMap((table) => [...table.matchAll(/^\| "[^|]*" \| "([^|]*)" \|$/gm)])
    .map(([, reply = '']) => reply);
  const spoken = [...replies, ...tasks.flatMap(({ say }) => say ?? [])];

  it('admits no contract, no debt, and no breach', () => {
    expect(replies.length).toBeGreaterThanOrEqual(9);
    for (const one of spoken) {
      expect(one).not.toMatch(
        /\bI('ll| will|'ve| have)? (know|did|do|agreed?|sign(ed)?|promised?|accept(ed)?|owed?|follow|pay|return)\b/,
      );
      expect(one).not.toMatch(/\b(my fault|breach|contract|in the wrong)\b/);
    }
  });

  it('sounds like somebody speaking', () => {
    for (const one of spoken) {
      expect(one).not.toMatch(
        /\b(I (am|will|would|have)|(do|did|is|does|can)( not|not)|it is|you are)\b/i,
      );
    }
  });
});
