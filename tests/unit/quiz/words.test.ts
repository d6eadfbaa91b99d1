import { describe, expect, it } from 'vitest';
import { typesSchema } from '../../../src/quiz/types-schema.ts';
import { quizSchema } from '../../../src/quiz/words-schema.ts';
import { mistakesIn } from '../site/mistakes.ts';
import { TYPE_WORDS, WORDS, WRITTEN_TYPES, WRITTEN_WORDS } from './content.ts';

/** All texts in `content`. */
function stringsOf(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  return typeof content === 'object' && content !== null
    ? Object.values(content).flatMap(stringsOf)
    : [];
}

describe('the words of the quiz', () => {
  it('are all there, and no others', () => {
    expect(mistakesIn(quizSchema, WRITTEN_WORDS)).toEqual([]);
    expect(mistakesIn(typesSchema, WRITTEN_TYPES)).toEqual([]);
  });

  it('have a mistake told with what is allowed', () => {
    const progress = 'Question {nr} of {count}';
    const broken = { ...WORDS, question: { ...WORDS.question, progress } };
    expect(mistakesIn(quizSchema, broken)).toEqual([
      'question.progress: Found: {nr}. Allowed: {number}, {count}.',
    ]);
    expect(mistakesIn(quizSchema, { ...WORDS, title: 'The {number}' })).toEqual([
      'title: Found: {number}. Allowed: no blanks.',
    ]);
    expect(mistakesIn(quizSchema, { ...WORDS, footer: '' })[0]).toMatch(/^footer: Found: "footer"/);
  });

  it('never name the data in a title, and carry its notice word for word', () => {
    expect(`${WORDS.title} ${WORDS.question.name}`).not.toMatch(/O\*NET/);
    expect(WORDS.notice).toBe(
      'This site includes information from the O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. {site} has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
    );
    expect(JSON.stringify(WORDS)).not.toMatch(/validated|scientifically|proven/i);
  });

  it('never tell an agreement without the one with questions never asked', () => {
    const { howSure, odds, level } = WORDS.result;
    const told = [howSure[12], howSure[18], howSure[24], odds.clear, odds.close];
    const figures = WORDS.about.sections
      .map(({ text }) => text)
      .filter((text) => /agreed with/.test(text));
    expect(figures.length).toBeGreaterThan(0);
    for (const text of [...told, ...figures, WORDS.paper.howSure]) {
      expect(text).toMatch(/48-question form/);
      expect(text).toMatch(/never asked/);
    }
    expect(level.odds).toMatch(/never asked/);
    // A claim of its own would be one without the other.
    const all = stringsOf(WORDS);
    for (const text of all.filter((one) => /times? in (three|four|five|ten)/.test(one))) {
      expect(text).toMatch(/never asked/);
    }
    expect(all.join(' ')).not.toMatch(/\bright one\b|was right|is right/);
  });

  it('diagnose nobody', () => {
    const said = TYPE_WORDS.map((type) => type.said);
    for (const text of said) expect(text).toMatch(/^People of this type often say /);
    expect([...stringsOf(WORDS), ...stringsOf(TYPE_WORDS)].join(' ')).not.toMatch(
      /troubles? you\b(?<!tell you what troubles you)|probably not|you are (a|an) |bothers you/i,
    );
  });

  it('say that interests are measured and not personality, and where the questions come from', () => {
    const { points } = WORDS.result.notThis;
    expect(points[0]).toMatch(/not a personality test.*interests/);
    const origin = WORDS.about.sections.find(({ title }) => title === 'The questions');
    expect(origin?.text).toMatch(/O\*NET.*CC BY 4\.0.*We kept.*What we changed/);
    expect(origin?.links?.map(({ href }) => href)).toContain(
      'https://creativecommons.org/licenses/by/4.0/',
    );
  });

  it('name the types by their initials', () => {
    expect(TYPE_WORDS.map(({ letter }) => letter).join('')).toBe('RIASEC');
    for (const { name, letter } of TYPE_WORDS) expect(name.startsWith(letter)).toBe(true);
  });
});
