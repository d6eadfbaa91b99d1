import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonTitlesSchema } from '../../../../src/quiz/comparison/common-titles-schema.ts';
import { isShared, suggestTitles } from '../../../../src/quiz/comparison/suggest-titles.ts';
import { titleKey } from '../../../../src/quiz/comparison/title-words.ts';
import { encodeTitles } from '../../../../src/quiz/occupations/occupation-data.ts';
import { mistakesIn } from '../../site/mistakes.ts';
import {
  COMMON_TITLES,
  OCCUPATION_ROWS,
  TITLE_INDEX,
  TITLE_ROWS,
  WRITTEN_TITLES,
} from '../onet.ts';

/** Every common title with the occupations it may stand for, by their titles. */
const ROWS = COMMON_TITLES.titles.flatMap(({ titles, occupations }) =>
  titles.map((title) => ({
    title,
    occupations: occupations.map((occupation) => occupation.replace(/^\S+ /, '')),
  })),
);

/** The occupations that are offered for what somebody types, by their titles, in order. */
const offered = (typed: string) =>
  suggestTitles(TITLE_INDEX, typed).map(({ occupation }) => OCCUPATION_ROWS[occupation]?.title);

/** What people write for more than one. */
function pluralOf(title: string): string {
  if (/man$/.test(title)) return title.replace(/an$/, 'en');
  if (/[^aeiou]y$/.test(title)) return title.replace(/y$/, 'ies');
  if (/[^s]s$/i.test(title)) return title;
  return /(ss|x|ch|sh)$/i.test(title) ? `${title}es` : `${title}s`;
}

describe('the commonest titles', () => {
  it('are 200 at least, and as their file should be', () => {
    expect(mistakesIn(commonTitlesSchema, WRITTEN_TITLES)).toEqual([]);
    expect(COMMON_TITLES.titles.length).toBeGreaterThanOrEqual(200);
  });

  it.each(ROWS)('$title leads to its occupations in their order', ({ title, occupations }) => {
    const found = suggestTitles(TITLE_INDEX, title);
    expect(found[0]?.choices).toBe(1);
    // The reader is asked to choose.
    if (occupations.length > 1) expect(isShared(found)).toBe(true);
    for (const typed of [title, pluralOf(title)]) {
      expect([typed, ...offered(typed).slice(0, occupations.length)]).toEqual([
        typed,
        ...occupations,
      ]);
    }
    for (const typed of [
      title.toLowerCase(),
      title.toUpperCase(),
      `  ${title} `,
      title.replace(/['’]/g, ''),
    ]) {
      expect(titleKey(typed)).toBe(titleKey(title));
    }
  });

  // What a reader would expect, written before the table was looked at.
  it.each([
    ['data analyst', 'Business Intelligence Analysts'],
    ['teacher', 'Elementary School Teachers, Except Special Education'],
    ['primary school teacher', 'Elementary School Teachers, Except Special Education'],
    ['nurse', 'Registered Nurses'],
    ['project manager', 'Project Management Specialists'],
    ['product manager', 'Marketing Managers'],
    ['data scientist', 'Data Scientists'],
    ['accountant', 'Accountants and Auditors'],
    ['lawyer', 'Lawyers'],
    ['solicitor', 'Lawyers'],
    ['paralegal', 'Paralegals and Legal Assistants'],
    ['software engineer', 'Software Developers'],
    ['developer', 'Software Developers'],
    ['web developer', 'Web Developers'],
    ['designer', 'Graphic Designers'],
    ['ux designer', 'Web and Digital Interface Designers'],
    ['marketing manager', 'Marketing Managers'],
    ['account manager', /^Sales Representatives of Services/],
    ['hr', 'Human Resources Specialists'],
    ['hr manager', 'Human Resources Managers'],
    ['recruiter', 'Human Resources Specialists'],
    ['consultant', 'Management Analysts'],
    ['mechanical engineer', 'Mechanical Engineers'],
    ['civil engineer', 'Civil Engineers'],
    ['electrical engineer', 'Electrical Engineers'],
    ['chef', 'Chefs and Head Cooks'],
    ['barista', 'Baristas'],
    ['waitress', 'Waiters and Waitresses'],
    ['driver', 'Light Truck Drivers'],
    ['lorry driver', 'Heavy and Tractor-Trailer Truck Drivers'],
    ['police officer', "Police and Sheriff's Patrol Officers"],
    ['social worker', 'Child, Family, and School Social Workers'],
    ['doctor', 'Family Medicine Physicians'],
    ['carer', 'Personal Care Aides'],
    ['receptionist', 'Receptionists and Information Clerks'],
    ['pa', 'Executive Secretaries and Executive Administrative Assistants'],
    ['admin assistant', /^Secretaries and Administrative Assistants, Except/],
    ['shop assistant', 'Retail Salespersons'],
    ['customer service', 'Customer Service Representatives'],
    ['warehouse operative', 'Stockers and Order Fillers'],
    ['financial analyst', 'Financial and Investment Analysts'],
    ['electrician', 'Electricians'],
    ['plumber', 'Plumbers, Pipefitters, and Steamfitters'],
    ['mechanic', 'Automotive Service Technicians and Mechanics'],
    ['cleaner', 'Janitors and Cleaners, Except Maids and Housekeeping Cleaners'],
    ['CEO', 'Chief Executives'],
  ])('%s begins with %s', (typed, plain) => {
    expect(offered(typed)[0]).toMatch(typeof plain === 'string' ? new RegExp(`^${plain}$`) : plain);
  });

  it.each([
    'Senior Data Analyst',
    'data analyst II',
    'Jr. Data Analyst',
    'Trainee data analysts (part-time)',
    'entry-level data analyst',
  ])('%s is found without its level', (typed) => {
    expect(offered(typed)).toEqual(offered('data analyst').slice(0, offered(typed).length));
    expect(offered(typed).length).toBeGreaterThan(3);
  });

  it('come once while they are typed, with how many occupations they stand for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROWS),
        fc.nat({ max: 40 }),
        ({ title, occupations }, length) => {
          const typed = title.slice(0, 3 + length);
          const found = suggestTitles(TITLE_INDEX, typed).filter(
            (one) => one.kind === 'common' && one.title === title,
          );
          const [first] = found;
          // Another name of the same job may stand for it.
          if (!first) return;
          expect(first.choices === 1 ? found.length : 1).toBeLessThanOrEqual(occupations.length);
          if (first.choices > 1) expect(found).toHaveLength(1);
          if (first.choices > 1) expect(first.choices).toBe(occupations.length);
        },
      ),
    );
  });
});

describe('a mistake in the commonest titles', () => {
  const one = { titles: ['Nurse'], occupations: ['29-1141.00 Registered Nurses'] };
  const mistakes = (...titles: readonly unknown[]) =>
    mistakesIn(commonTitlesSchema, { levels: [], titles });

  it('is told to its writer', () => {
    expect(mistakes(one)).toEqual([]);
    expect(mistakes(one, { ...one, titles: ['RN', 'nurses'] })).toEqual([
      'titles.1.titles.1: Found: "nurses", which is found like "Nurse" above. Allowed: each title once.',
    ]);
    expect(mistakes({ ...one, occupations: ['Registered Nurses'] })).toEqual([
      'titles.0.occupations.0: Found: "Registered Nurses". Allowed: a code and its title, such as "29-1141.00 Registered Nurses".',
    ]);
    expect(mistakes({ ...one, occupations: [...one.occupations, ...one.occupations] })).toEqual([
      'titles.0.occupations: Found: "29-1141.00 Registered Nurses" twice. Allowed: once.',
    ]);
  });

  it.each([
    ['29-1141.00 Registered Nurse', '"29-1141.00 Registered Nurses"'],
    ['29-9999.00 Healers', 'a soc_code of onet/occupations.tsv and its title, such as'],
  ])('%s is told with what is allowed', (occupation, allowed) => {
    const titles = [{ ...one, occupations: [occupation] }];
    expect(() => encodeTitles(OCCUPATION_ROWS, TITLE_ROWS, { levels: [], titles })).toThrow(
      `content/quiz/titles.yaml: the field "occupations of "Nurse"" is wrong. Found: "${occupation}". Allowed: ${allowed}`,
    );
  });
});
