import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionsIn, unsourced } from './attributions.ts';
import { type Ratchet, ratchetSentences } from './ratchet.ts';
import { contractionsOf, gradeOf, spokenIn } from './readability.ts';
import {
  bannedIn,
  doubledWords,
  LONGEST,
  longSentences,
  passageMistakes,
  repeatedSentences,
} from './rules.ts';
import { sentencesOf, wordsOf } from './sentences.ts';
import { suggestionsFor, unknownWords } from './spelling.ts';
import { passagesOfText, passagesOfYaml } from './written-passages.ts';

const article = (body: string) =>
  passagesOfText('content/articles/a.mdx', `---\ntitle: A title\n---\n\n${body}\n`);
const lists = { own: new Set(['Sklover']), banned: [{ says: 'unlock*', write: 'get' }] };
const told = (body: string) =>
  article(body).flatMap((passage) =>
    passageMistakes(passage, lists).map(({ line, sentence }) => `${line}: ${sentence}`),
  );

describe('passages', () => {
  it('are paragraphs, items, cells, and fields, each with its line', () => {
    const body =
      'One *two*\nthree.\n\n- An item[@a].\n- Another\n\n| a | b |\n|---|---|\n| "c" | d |';
    expect(article(body).map(({ line, text, kind }) => [line, text, kind])).toEqual([
      [2, 'A title', 'heading'],
      [5, 'One two three.', 'text'],
      [8, 'An item[@a].', 'text'],
      [9, 'Another', 'text'],
      [11, 'a', 'heading'],
      [11, 'b', 'heading'],
      [13, '"c"', 'text'],
      [13, 'd', 'text'],
    ]);
  });

  it('of YAML are what is read, with a source that stands beside or above', () => {
    const yaml =
      'a:\n  text: >-\n    One\n    two.\n\n    Three.\n  sources: [x]\nb: { url: https://a.example/ }\nc: <warm: Four.>';
    const passages = passagesOfYaml('content/a.yaml', yaml);
    expect(passages.map(({ line, text, sourced }) => [line, text, sourced])).toEqual([
      [2, 'One two.', true],
      [2, 'Three.', true],
      [9, 'Four.', false],
    ]);
  });

  it('leave out code and what nobody sees', () => {
    expect(article('See `teh`.\n\n{/* teh */}\n\n```\nteh\n```').map(({ text }) => text)).toEqual([
      'A title',
      'See {code}.',
    ]);
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two? Three!', 3],
    ['Dr. Smith lives in the U.S. Virgin Islands, on St. John.', 1],
    ['It costs $1.50 at 9 a.m. on Monday.', 1],
    ['Claimed here[@a][@b]. And here.[@c] Then on.', 3],
    ['Say "I can\'t. I\'m sorry." Then hang up.', 3],
    ['E.g. this. Or that, i.e. the other.', 2],
  ])('%s', (text, count) => expect(sentencesOf(text)).toHaveLength(count));

  it('lose no word, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aA .?!"\u201d)[@]1') }), (text) => {
        const squeezed = (one: string) => one.replace(/\s+/g, '');
        expect(squeezed(sentencesOf(text).join(''))).toBe(squeezed(text));
      }),
    );
  });

  it('are too long from 36 words on, however they are cited', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), (count) => {
        const sentence = `${Array.from({ length: count }, () => 'Word').join(' ')}[@a-source].`;
        expect(longSentences(`Short. ${sentence} Short.`)).toHaveLength(count > LONGEST ? 1 : 0);
      }),
    );
  });

  it('count a blank as one word', () => {
    expect(wordsOf('I, {my-name}, start on [the day you said].')).toHaveLength(5);
  });
});

describe('spelling', () => {
  it.each([
    ['You recieve teh offer.', ['recieve', 'teh']],
    ['The organisation’s colour', ["organisation's", 'colour']],
    ["Don't worry: it's the employer's well-known at-will rule.", []],
    ['NOTICE is Notice. Monday, not monday.', ['monday']],
    ['Sklover’s page, https://exampel.com/teh, {naem}, [@sorce], 3rd, danc*', []],
    ['A goood-natured reply', ['goood-natured']],
  ])('%s', (text, unknown) => {
    expect(unknownWords(text, new Set(['Sklover']))).toEqual(unknown);
  });

  it('says what may be meant', () => expect(suggestionsFor('recieve')).toContain('receive'));
});

describe('rules', () => {
  it.each([
    ['You can can call.', ['can can']],
    ['The\n**the** end', ['The the']],
    ['Yes, yes. Had had. Thank you. You go. It is 10 10.', []],
    ['a[@x] a', ['a a']],
  ])('doubled: %s', (text, found) => {
    expect(doubledWords(article(text)[1]?.text ?? '')).toEqual(found);
  });

  it('finds banned words in any form, and leaves names alone', () => {
    const found = (text: string) => bannedIn(text, lists.banned).map((one) => one.found);
    expect(found('Unlocking it unlocks a Great Unlock, and a re-unlocked door.')).toEqual([
      'Unlocking',
      'unlocks',
    ]);
  });

  it('tells each with its line and what to do', () => {
    expect(told('Fine.\n\nYou recieve it.\nIt is is so. Unlock it.')).toEqual([
      expect.stringMatching(/^7: no dictionary has the word "recieve"\. Did you mean receive/),
      expect.stringMatching(/^8: a word stands there twice\. Found: "is is"\. Delete one\.$/),
      expect.stringMatching(/^8: "Unlock" is hype.*: get\.$/),
    ]);
  });

  it('finds a sentence of more than six words in a second place, in other signs too', () => {
    const one = article('They can ask you for a **letter** on paper. Short ones may stand twice.');
    const other = passagesOfText(
      'content/articles/b.mdx',
      'New.\n\nthey can ask you for a letter[@x] on paper! Short ones may differ.',
    );
    expect(repeatedSentences([...one, ...other])).toEqual([
      {
        file: 'content/articles/b.mdx',
        line: 3,
        sentence: expect.stringContaining('here and in content/articles/a.mdx:5'),
      },
    ]);
  });

  it('lets two links to a page be called the same', () => {
    const link = 'Read on. [How to decline after you said yes](/articles/b/).';
    expect(repeatedSentences([...article(link), ...article(`More. ${link}`)])).toEqual([]);
    const plain = link.replace(/[[\]]|\(.*?\)/g, '');
    expect(repeatedSentences([...article(plain), ...article(plain)])).toHaveLength(1);
  });

  it('lets two tools ask the same, and no article say what a tool says', () => {
    const text = 'Ask them for a copy of what you signed.';
    const tool = passagesOfYaml('content/plan/a.yaml', `hint: ${text}\nother: ${text}`);
    expect(repeatedSentences(tool)).toEqual([]);
    expect(repeatedSentences([...tool, ...article(text)])).toHaveLength(1);
  });
});

describe('people and quotes', () => {
  it.each([
    ['Maria Gonzalez left on her first day.', ['Maria Gonzalez']],
    ['"I regretted it every day," says one nurse.', [expect.stringContaining('says')]],
    ['One of our readers agreed. A recruiter told us to wait.', ['A recruiter told']],
    ['Suzanne said so.', ['Suzanne']],
    ['Most recruiters said it was fine.', ['Most recruiters said']],
    ['The United States and the European Union differ.', []],
    ['If they say "you signed," say "Please send me that in writing."', []],
    ["I've told them. You said yes, and they said no.", []],
  ])('%s', (text, found) => {
    expect(attributionsIn(text, new Set(['European Union']))).toEqual(found);
  });

  it('may stand where a source does', () => {
    const [, without, cited] = article('Maria Gonzalez left.\n\nMaria Gonzalez left[@a].');
    expect(without && unsourced(without, new Set())).toHaveLength(1);
    expect(cited && unsourced(cited, new Set())).toEqual([]);
  });
});

describe('readability', () => {
  it('is the grade of Flesch and Kincaid', () => {
    // 0.39 × 5 words + 11.8 × 1 syllable − 15.59
    expect(gradeOf(['The cat sat right there.'])).toBeCloseTo(0.39 * 5 + 11.8 - 15.59);
    expect(gradeOf(['A label without an end'])).toBe(0);
  });

  it('is harder to read with longer sentences and longer words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const text = (word: string, length: number) => [`${`${word} `.repeat(length)}end.`];
        expect(gradeOf(text('go', count + 1))).toBeGreaterThan(gradeOf(text('go', count)));
        expect(gradeOf(text('obligation', count))).toBeGreaterThan(gradeOf(text('go', count)));
      }),
    );
  });

  it('counts contractions among the sentences that could have one', () => {
    const lines = spokenIn(
      'Say "I am sorry, and I won\'t start." or "I do not know." or “Please send it in writing.” or "No."',
    );
    expect(lines).toHaveLength(3);
    expect(contractionsOf(lines)).toEqual({ with: 1, could: 2 });
  });
});

describe('the ratchet', () => {
  const ratchet: Ratchet = {
    aim: { grade: 9, contractions: 0.9, mistakes: 0 },
    margin: { grade: 0.3, contractions: 0.05, mistakes: 1 },
    worst: { old: { grade: 11, contractions: 0.5 } },
  };
  const good = { grade: 8, contractions: 1, mistakes: 0 };
  const say = (file: string, measured: Partial<typeof good>) =>
    ratchetSentences(file, { ...good, ...measured }, ratchet);

  it('holds a new text to the aim, and an old one to its number', () => {
    expect(say('new', {})).toEqual([]);
    expect(say('new', { grade: 9.2 })).toEqual([
      expect.stringMatching(/9\.2\. Allowed: at most 9 /),
    ]);
    expect(say('new', { contractions: 0.5 })).toEqual([expect.stringMatching(/at least 0\.9 /)]);
    expect(say('old', { grade: 10.9, contractions: 0.52 })).toEqual([]);
    expect(say('old', { grade: 11.01, contractions: 0.5 })).toEqual([
      expect.stringMatching(/11\.01\. Allowed: at most 11 /),
    ]);
  });

  it('tells what to write where a text got better', () => {
    expect(say('old', { grade: 10.123, contractions: 0.5 })).toEqual([
      expect.stringMatching(/write grade: 10\.13 there/),
    ]);
    expect(say('old', { grade: 11, contractions: 0.95 })).toEqual([
      expect.stringMatching(/delete it there/),
    ]);
  });

  it('never asks for a number that the text would then be told of', () => {
    const grade = fc.double({ min: 0.1, max: 30, noNaN: true });
    fc.assert(
      fc.property(grade, grade, (found, allowed) => {
        const [told = ''] = ratchetSentences(
          'a',
          { ...good, grade: found },
          {
            ...ratchet,
            worst: { a: { grade: allowed } },
          },
        );
        const written = /write grade: ([\d.]+) there/.exec(told)?.[1];
        if (written === undefined) return;
        const next = { ...ratchet, worst: { a: { grade: Number(written) } } };
        expect(ratchetSentences('a', { ...good, grade: found }, next)).toEqual([]);
      }),
    );
  });
});
