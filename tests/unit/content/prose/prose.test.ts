import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readText } from '../../../../src/articles/article-text.ts';
import { plainText } from '../../../../src/messages/compose.ts';
import { cardOf } from '../../../../src/messages/messages.ts';
import { type ContentMistake, mistakeLine } from '../../../../src/site/content-error.ts';
import { writtenMessages } from '../../messages/written-messages.ts';
import { filesOf, read } from '../written-content.ts';
import { PROPER_NAMES, unsourced } from './attributions.ts';
import { RATCHET, ratchetSchema, ratchetSentences } from './ratchet.ts';
import { contractionsOf, gradeOf, spokenIn } from './readability.ts';
import { BANNED, bannedSchema, passageMistakes, repeatedSentences } from './rules.ts';
import { DICTIONARY, ownWords } from './spelling.ts';
import type { Passage } from './written-passages.ts';
import { renderedMessages, writtenProse } from './written-prose.ts';

const listed = (file: string) => new Set(ownWords(readFileSync(file, 'utf8')));
const data = (file: string): unknown => parse(readFileSync(file, 'utf8'));
const own = listed(DICTIONARY);
const properNames = listed(PROPER_NAMES);
const banned = Object.values(read(bannedSchema, BANNED, data(BANNED))).flat();
const ratchet = read(ratchetSchema, RATCHET, data(RATCHET));
const texts = filesOf('{articles,pages}/**/*.{md,mdx}');
const messages = writtenMessages();

let written: Passage[] = [];
let found = new Map<string, readonly ContentMistake[]>();

beforeAll(() => {
  written = writtenProse();
  const rendered = renderedMessages();
  const all = [
    ...[...written, ...rendered].flatMap((one) => passageMistakes(one, { own, banned })),
    ...written.flatMap((one) => unsourced(one, properNames)),
    ...repeatedSentences(written),
  ];
  // A message says in every form what is wrong with its template.
  const once = new Map(all.map((mistake) => [mistakeLine(mistake), mistake]));
  found = Map.groupBy(once.values(), ({ file }) => file);
});

/** What somebody says in an article: in its text, and in the cards that are spoken. */
function spokenLines(file: string, body: string): string[] {
  const cards = readText(body, file).messages.map((id) => cardOf(id, messages));
  return [
    ...written.filter((one) => one.file === file).flatMap(({ text }) => spokenIn(text)),
    ...cards
      .filter(({ channel }) => ['phone', 'voicemail', 'text'].includes(channel))
      .map(plainText),
  ];
}

function measured(file: string) {
  const prose = written.filter((one) => one.file === file && one.kind !== 'heading');
  const body = texts.find((one) => one.file === file)?.body;
  const { with: short, could } = contractionsOf(body === undefined ? [] : spokenLines(file, body));
  return {
    grade: gradeOf(prose.map(({ text }) => text)),
    contractions: could === 0 ? 1 : short / could,
    mistakes: found.get(file)?.length ?? 0,
  };
}

describe('the prose of content/', () => {
  it('is read: articles, pages, YAML, and messages as they are sent', () => {
    const files = new Set(written.map(({ file }) => file));
    for (const { file } of texts) expect(files).toContain(file);
    expect(files).toContain('content/plan/places/us.yaml');
    expect(renderedMessages().length).toBeGreaterThan(100);
  });

  it('breaks no rule that it has not broken before', () => {
    const told = [...found]
      .filter(([file, mistakes]) => mistakes.length > (ratchet.worst[file]?.mistakes ?? 0))
      .flatMap(([, mistakes]) => mistakes.map(mistakeLine));
    expect(told.join('\n')).toBe('');
  });

  it('is as plain as it was, and new texts are as plain as we want them', () => {
    const files = new Set(written.map(({ file }) => file));
    const told = [...files].flatMap((file) => ratchetSentences(file, measured(file), ratchet));
    expect(told.join('\n')).toBe('');
  });

  it('has numbers only for files that are there', () => {
    for (const file of Object.keys(ratchet.worst)) expect(existsSync(file), file).toBe(true);
  });
});

describe('the lists of words', () => {
  it.each([DICTIONARY, PROPER_NAMES])('%s has each word once, and each is used', (file) => {
    const words = ownWords(readFileSync(file, 'utf8'));
    expect(words.length).toBe(new Set(words).size);
    const all = written.map(({ text }) => text).join('\n');
    expect(words.filter((word) => !new RegExp(z.util.escapeRegex(word), 'i').test(all))).toEqual(
      [],
    );
  });
});
