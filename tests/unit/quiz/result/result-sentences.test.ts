import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../../src/quiz/engine/answers.ts';
import { resultOf, spokenOf } from '../../../../src/quiz/engine/result.ts';
import { readShareFragment } from '../../../../src/quiz/keeping/share-link.ts';
import {
  levelSentences,
  profileSentences,
  rankingOf,
} from '../../../../src/quiz/result/result-sentences.ts';
import { anInterview, interview } from '../answers.ts';
import { TYPE_WORDS, WORDS } from '../content.ts';

/** What a link's answers give, as an element tells it. */
function toldOf(code: string) {
  const shared = readShareFragment(`q1-${code}`);
  const result = resultOf(shared.kind === 'ok' ? shared.answers : NO_ANSWERS);
  if (result.kind !== 'profile') throw new Error(`Found: ${result.kind}. Allowed: a profile.`);
  return profileSentences(result, WORDS.result, TYPE_WORDS);
}

describe('profileSentences', () => {
  it.each([
    ['014v2306020h0l', 'Investigative first, and nothing close behind', 'clear'],
    ['4v0cjv0301018w', 'Realistic first, then Artistic', 'clear'],
    ['03qk010203kf4a', 'Investigative first, then Conventional or Realistic', 'clear'],
    ['4vrc0202020whq', 'Investigative and Realistic, side by side', 'close'],
    ['010j3v4h030vlj', 'Social and Artistic, side by side, with Enterprising behind', 'close'],
    ['020125012b2ze0', 'Conventional, Enterprising, and Artistic, side by side', 'close'],
  ])('puts %s into the headline "%s" and a summary', (code, headline, lead) => {
    const { summary, ...told } = toldOf(code);
    expect(told.headline).toBe(headline);
    expect(summary).toContain(`==${lead}==`);
    expect(told.odds).toMatch(lead === 'clear' ? /nine times in ten/ : /two times in three/);
    expect(told.certainties[0]).toMatch(new RegExp(`^==${lead}==`));
  });

  it('names a fourth type that is level with the third, and no other', () => {
    expect(toldOf('020125012b2ze0').fourth).toMatch(
      /^Realistic \(hands-on work .*\) is about level with Artistic, so/,
    );
    expect(toldOf('4n4241030203l6').fourth).toBe('');
    expect(toldOf('4vrc0202020whq').fourth).toBe('');
  });

  it('leaves no blank open, names whatever it calls level, and no type it does not know of', () => {
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const result = resultOf(interview(person, length).answers);
        if (result.kind === 'flat') return;
        const names = result.ranks.map(({ type }) => TYPE_WORDS[type].name);
        expect(rankingOf(result.ranks, TYPE_WORDS).split(', ')).toEqual(names);
        if (result.kind === 'level') {
          const told = levelSentences(result, WORDS.result.level, TYPE_WORDS);
          expect(told.join(' ')).not.toMatch(/[{}]/);
          expect(told[0]).toContain(`${names[0]} and ${names[1]} came out a little higher`);
          const lowest = `${names.at(-1)} came out lowest`;
          expect(told[0]?.includes(lowest)).toBe(result.lowest !== undefined);
          expect(told[0]?.includes('nearly flat')).toBe(result.lowest === undefined);
          return;
        }
        const { certainties, ...told } = profileSentences(result, WORDS.result, TYPE_WORDS);
        const leading = spokenOf(result).leading.length;
        expect([...Object.values(told), ...certainties].join(' ')).not.toMatch(/[{}]/);
        expect(told.summary.split('==').length % 2).toBe(1);
        expect(certainties).toHaveLength(leading);
        for (const [place, certainty] of certainties.entries()) {
          expect(certainty).toContain(names[place + 1]);
          const lead = result.ranks[place]?.lead;
          expect(certainty).toMatch(lead === 'clear' ? /well ahead of/ : /about level with/);
        }
        for (const name of names.slice(0, leading)) {
          expect(`${told.headline} ${told.summary}`).toContain(name);
        }
        const isLevel = leading === 3 && result.ranks[2]?.lead === 'close';
        if (isLevel) expect(told.fourth.startsWith(`${names[3]} (`)).toBe(true);
        else expect(told.fourth).toBe('');
      }),
    );
  });
});
