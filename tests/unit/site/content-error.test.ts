import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ContentError, checked, day, shown } from '../../../src/site/content-error.ts';
import { mistakesIn } from './mistakes.ts';

describe('checked', () => {
  const schema = z.strictObject({
    title: z.string().min(1).max(10),
    size: z.enum(['small', 'large']),
    live: z.boolean().default(false),
    count: z.int().min(2).max(5).optional(),
    share: z.number().positive().optional(),
    tags: z.array(z.string()).min(1).max(2).optional(),
    page: z.strictObject({ path: z.string() }).optional(),
    mail: z.email().optional(),
    on: day.optional(),
  });
  const right = { title: 'A title', size: 'small' };

  it('gives what the schema gives', () => {
    expect(checked(schema).parse(right)).toEqual({ ...right, live: false });
    expect(mistakesIn(schema, right)).toEqual([]);
  });

  it.each([
    [{ title: undefined }, 'title: Found: nothing. Allowed: text.'],
    [{ title: 7 }, 'title: Found: 7. Allowed: text, so with quotes: "7".'],
    [{ title: '' }, 'title: Found: "". Allowed: at least 1 character.'],
    [{ title: 'Eleven char' }, 'title: Found: "Eleven char". Allowed: at most 10 characters.'],
    [{ size: 'huge' }, 'size: Found: "huge". Allowed: "small", "large".'],
    [{ live: 'yes' }, 'live: Found: "yes". Allowed: true or false.'],
    [{ count: 1 }, 'count: Found: 1. Allowed: at least 2.'],
    [{ count: 2.5 }, 'count: Found: 2.5. Allowed: a whole number.'],
    [{ share: 0 }, 'share: Found: 0. Allowed: more than 0.'],
    [{ share: 'half' }, 'share: Found: "half". Allowed: a number.'],
    [{ count: 6 }, 'count: Found: 6. Allowed: at most 5.'],
    [{ tags: [] }, 'tags: Found: []. Allowed: at least 1 entry.'],
    [{ tags: ['a', 'b', 'c'] }, 'tags: Found: ["a","b","c"]. Allowed: at most 2 entries.'],
    [{ tags: 'a' }, 'tags: Found: "a". Allowed: a list.'],
    [{ tags: ['a', 2] }, 'tags.1: Found: 2. Allowed: text, so with quotes: "2".'],
    [{ page: 'about' }, 'page: Found: "about". Allowed: a group of fields.'],
    [{ page: { path: false } }, 'page.path: Found: false. Allowed: text.'],
    [{ mail: 'nobody' }, 'mail: Found: "nobody". Allowed: a valid email.'],
    [{ on: 'tomorrow' }, 'on: Found: "tomorrow". Allowed: a day as YYYY-MM-DD.'],
  ])('tells of %j what was found and what is allowed', (mistake, sentence) => {
    const told = mistakesIn(schema, { ...right, ...mistake });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(sentence);
    expect(told[0]).toMatch(/ Allowed: .+\.$/);
  });

  it('lists the fields there are when one is unknown', () => {
    expect(mistakesIn(schema, { ...right, titel: 'x', sise: 'y' })).toEqual([
      'titel: Found: "titel", "sise". ' +
        'Allowed: title, size, live, count, share, tags, page, mail, on.',
    ]);
    expect(mistakesIn(schema, { ...right, page: { path: '/', pth: '/' } })).toEqual([
      'page.pth: Found: "pth". Allowed: path.',
    ]);
  });

  it('lists the fields of the kind that was meant', () => {
    const either = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('email'), subject: z.string() }),
      z.strictObject({ kind: z.literal('call') }),
    ]);
    expect(mistakesIn(either, { kind: 'call', subject: 'x' })).toEqual([
      'subject: Found: "subject". Allowed: kind.',
    ]);
    expect(mistakesIn(either, { kind: 'fax', subject: 'x' })).toEqual([
      'kind: Found: "fax". Allowed: "email", "call".',
    ]);
    expect(mistakesIn(either, {})).toEqual(['kind: Found: nothing. Allowed: "email", "call".']);
  });

  it('tells of all mistakes at once', () => {
    expect(mistakesIn(schema, { title: 1, size: 'x', live: 2 })).toHaveLength(3);
    expect(mistakesIn(schema, 'just text')).toEqual([
      ': Found: "just text". Allowed: a group of fields.',
    ]);
  });

  it('lets a schema speak for itself', () => {
    const own = z.strictObject({ month: z.string().regex(/^\d\d$/, { error: 'Two digits.' }) });
    expect(mistakesIn(own, { month: 'May' })).toEqual(['month: Two digits.']);
    const refined = z.string().superRefine((_, context) => {
      context.addIssue({ code: 'custom', message: 'Too odd.' });
    });
    expect(mistakesIn(refined, 'x')).toEqual([': Too odd.']);
  });

  it('keeps its sentences whatever error map the caller brings', () => {
    const result = checked(schema).safeParse({ ...right, size: 'x' }, { error: () => 'Invalid.' });
    expect(result.error?.issues[0]?.message).toBe('Found: "x". Allowed: "small", "large".');
  });
});

describe('shown', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['a\u200bb', '"a\\u200bb"'],
    ['a\u00adb', '"a\\u00adb"'],
    ['a "b"', '"a \\"b\\""'],
    [new Date('2026-11-23'), '2026-11-23T00:00:00.000Z'],
    [['a', 1], '["a",1]'],
    [() => 0, 'nothing'],
  ])('%o', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('cuts what is longer than 80 characters, and says so', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(value !== null);
        const whole = JSON.stringify(value);
        const text = shown(value);
        if (whole.length <= 80) expect(text).toBe(whole);
        else expect(text).toBe(`${whole.slice(0, 79)}…`);
      }),
    );
  });
});

describe('day', () => {
  const anyDay = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());

  it('takes a day as text or as the Date that a YAML reader makes of it', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const text = iso.slice(0, 10);
        expect(day.parse(text)).toBe(text);
        expect(day.parse(new Date(iso))).toBe(text);
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '23.11.2026',
    '2026-11-23T10:00:00Z',
    '',
    20261123,
    null,
    undefined,
    new Date(Number.NaN),
  ])('refuses %o', (value) => {
    expect(day.safeParse(value).success).toBe(false);
  });
});

describe('ContentError', () => {
  it('is one line: file, field, what was found, what is allowed', () => {
    const mistake = { file: 'content/a.mdx', field: 'topic', found: '"x"', allowed: 'a, b' };
    const error = new ContentError(mistake);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ContentError');
    expect(error.message).toBe(
      'content/a.mdx: the field "topic" is wrong. Found: "x". Allowed: a, b.',
    );
  });
});
