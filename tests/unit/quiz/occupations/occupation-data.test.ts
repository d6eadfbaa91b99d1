import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TYPES } from '../../../../src/quiz/engine/types.ts';
import { beginning, encodeTitles } from '../../../../src/quiz/occupations/occupation-data.ts';
import { readOccupations } from '../../../../src/quiz/occupations/occupations.ts';
import { occupationRows, reportedTitleRows } from '../../../../src/quiz/occupations/onet-tables.ts';
import { mistakeLine } from '../../../../src/site/content-error.ts';
import { OCCUPATION_DATA, OCCUPATION_ROWS, TITLE_DATA, TITLE_ROWS } from '../onet.ts';

const HEAD =
  'soc_code\ttitle\tjob_zone\trealistic\tinvestigative\tartistic\tsocial\tenterprising\tconventional\trelated_soc_codes\tdescription';
const NURSES =
  '29-1141.00\tRegistered Nurses\t4\t3.55\t4.8\t1.5\t7.0\t2.9\t3.65\t\tAssess patient health problems.';

describe('encodeOccupations', () => {
  it('gives all 923 back, with interests in tenths', () => {
    const occupations = readOccupations(OCCUPATION_DATA);
    expect(occupations).toHaveLength(923);
    for (const [index, row] of OCCUPATION_ROWS.entries()) {
      const occupation = occupations[index];
      expect(occupation).toMatchObject({ code: row.code, title: row.title, zone: row.zone });
      for (const type of TYPES) {
        const error = (occupation?.interests[type] ?? 0) - row.interests[type];
        expect(Math.abs(error)).toBeLessThanOrEqual(0.05 + 1e-9);
      }
    }
  });

  it('stays within 30 KB', () => {
    const bytes = brotliCompressSync(JSON.stringify(OCCUPATION_DATA)).length;
    expect(bytes).toBeLessThanOrEqual(30_000);
  });
});

describe('beginning', () => {
  it('is the first sentence where there is room', () => {
    expect(beginning('Teach a class. May grade papers.')).toBe('Teach a class.');
  });

  it('breaks off after a whole word that does not dangle', () => {
    expect(
      beginning(
        `${'Plan the work of one department,'} or direct the operations of a company and of the state.`,
      ),
    ).toBe('Plan the work of one department, or direct the operations of a company…');
  });

  it('is never long, never empty, and never ends on a comma or a small word', () => {
    for (const does of OCCUPATION_DATA.does) {
      expect(does).toMatch(/^[A-Z].{10,75}[.…]$/);
      expect(does).not.toMatch(/([\s,;:(]|\b(and|or|of|the|a|to|in|by|for|with|as))…$/);
    }
  });
});

describe('encodeTitles', () => {
  it('stays within 42 KB', () => {
    const bytes = brotliCompressSync(JSON.stringify(TITLE_DATA)).length;
    expect(bytes).toBeLessThanOrEqual(42_000);
  });

  it('keeps all 7,796 reported titles with their occupations', () => {
    const titles = TITLE_DATA.reported.flatMap((lines, index) =>
      lines === ''
        ? []
        : lines.split('\n').map((title) => ({ code: OCCUPATION_ROWS[index]?.code, title })),
    );
    expect(titles).toHaveLength(7796);
    const key = ({ code, title }: { code?: string | undefined; title: string }) =>
      `${code} ${title}`;
    expect(titles.map(key).sort()).toEqual(TITLE_ROWS.map(key).sort());
  });

  it('says which title has no occupation', () => {
    const wizard = { code: '99-9999.00', title: 'Wizard' };
    expect(() => encodeTitles(OCCUPATION_ROWS, [wizard], { levels: [], titles: [] })).toThrow(
      'reported-titles.tsv: "Wizard" is of 99-9999.00. Allowed: a soc_code of occupations.tsv.',
    );
  });
});

describe('the tables', () => {
  it('are read by the names of their columns', () => {
    expect(occupationRows(`\uFEFF${HEAD}\r\n${NURSES}\r\n`, 'occupations.tsv').rows).toEqual([
      {
        code: '29-1141.00',
        title: 'Registered Nurses',
        zone: 4,
        interests: [3.55, 4.8, 1.5, 7, 2.9, 3.65],
        description: 'Assess patient health problems.',
      },
    ]);
  });

  it.each([
    [
      NURSES.replace('29-1141.00', '29-1141'),
      'occupations.tsv:2: the field "soc_code" is wrong. Found: "29-1141". Allowed: an O*NET-SOC code such as 29-1141.00.',
    ],
    [
      NURSES.replace('\t4\t', '\t6\t'),
      'occupations.tsv:2: the field "job_zone" is wrong. Found: "6". Allowed: 1 to 5.',
    ],
    [
      NURSES.replace('3.55', 'high'),
      'occupations.tsv:2: the field "realistic" is wrong. Found: "high". Allowed: 1 to 7.',
    ],
    [
      NURSES.replace('4.8', ''),
      'occupations.tsv:2: the field "investigative" is wrong. Found: "". Allowed: 1 to 7.',
    ],
    [
      NURSES.replace('Registered Nurses', ' '),
      'occupations.tsv:2: the field "title" is wrong. Found: " ". Allowed: text.',
    ],
  ])('name the line and column of a mistake: %j', (line, message) => {
    const { mistakes } = occupationRows(`${HEAD}\n${line}`, 'occupations.tsv');
    expect(mistakes.map(mistakeLine)).toEqual([message]);
  });

  it('name all mistakes', () => {
    const lines = [NURSES.replace('3.55', 'high'), NURSES, NURSES.replace('\t4\t', '\t6\t')];
    const { mistakes, rows } = occupationRows([HEAD, ...lines].join('\n'), 'occupations.tsv');
    expect(mistakes.map(({ line }) => line)).toEqual([2, 4]);
    expect(rows).toHaveLength(1);
  });

  it('name columns that are missing', () => {
    const { mistakes } = reportedTitleRows('soc_code\n29-1141.00', 'titles.tsv');
    expect(mistakes.map(mistakeLine)).toEqual([
      'titles.tsv:1: the first line lacks columns. Found: "soc_code". Allowed: soc_code, reported_title, with a tab between two.',
    ]);
  });
});
