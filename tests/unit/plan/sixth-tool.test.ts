import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Form } from '../../../src/forms/form.ts';
import type { Outcome } from '../../../src/forms/outcome.ts';
import { type Build, copySite, type SiteCopy } from '../../site-copy.ts';

/** The files that the README shows, by path. */
const FILES = new Map(
  [
    ...readFileSync('src/plan/README.md', 'utf8').matchAll(/^```\w+ (\S+\/\S+)\n([\s\S]*?)^```$/gm),
  ].map(([, path = '', text = '']) => [path, text]),
);
const HERE = 'src/plan/more-time';
const GIVEN = [`${HERE}/way-to-ask.ts`, 'content/plan/more-time.yaml', `${HERE}/form.ts`];

/** The page that the example stands on, and what names its words. */
const PAGE = `---
import MoreTime from '../plan/more-time/MoreTime.astro';
---
<html lang="en"><head><title>More time</title></head><body><MoreTime />
<script>import '../plan/more-time/more-time.ts';</script></body></html>
`;
const NAMED = `planMoreTime: defineCollection({
    loader: yamlFile(at('plan/more-time.yaml'), (text) => ({ moreTime: parse(text) })),
    schema: checked(moreTimeSchema),
  }),
  planAfter:`;

interface Example {
  readonly moreTimeForm: (today: string) => Form<unknown>;
  readonly outcomeOf: (question: unknown, today: string, words: unknown) => Outcome;
}

describe('the worked example of a sixth tool', () => {
  let site: SiteCopy;
  let result: Build;
  let example: Example;

  beforeAll(async () => {
    site = await copySite();
    for (const [path, text] of FILES) await site.write(path, text);
    await site.write('src/pages/more-time.astro', PAGE);
    const config = join(site.root, 'src/collections.ts');
    const named = (await readFile(config, 'utf8')).replace('planAfter:', NAMED);
    const schema = `import { moreTimeSchema } from './plan/more-time/words-schema.ts';`;
    await writeFile(config, `${schema}\n${named}`);
    result = await site.build();
    const load = (file: string) => import(join(site.root, HERE, file));
    example = { ...(await load('form.ts')), ...(await load('outcome.ts')) };
  }, 240_000);

  afterAll(() => site[Symbol.asyncDispose]());

  it('takes a rule, words, a declaration and at most 60 lines of its own', () => {
    expect([...FILES.keys()]).toEqual(expect.arrayContaining(GIVEN));
    const own = [...FILES].filter(([path]) => !GIVEN.includes(path)).map(([, text]) => text);
    expect(own.length).toBeGreaterThan(0);
    expect(own.join('').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });

  it('has no type error', () => {
    const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, site.root);
    const files = [...FILES.keys()].filter((path) => path.endsWith('.ts'));
    const program = ts.createProgram(
      files.map((path) => join(site.root, path)),
      { ...options, noEmit: true, types: [] },
    );
    const found = files
      .map((path) => program.getSourceFile(join(site.root, path)))
      .flatMap((file) => [
        ...program.getSemanticDiagnostics(file),
        ...program.getSyntacticDiagnostics(file),
      ]);
    expect(
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ).toEqual([]);
  }, 240_000);

  it('is built: its fields in their order, and a script', async () => {
    expect(result).toMatchObject({ code: 0 });
    const page = (await site.built()).get('/more-time/index.html') ?? '';
    const fields = [...page.matchAll(/data-field="([^"]+)"/g)].map(([, name]) => name);
    expect(fields).toEqual(['due', 'why']);
    expect(page).toContain('<legend>What do you need the time for?</legend>');
    expect(page).toMatch(/<input type="radio"[^>]* name="why" value="family"/);
    expect(page).toContain('How do I ask?');
    expect(page).toContain('data-part="outcome"');
    expect(page).toMatch(/<script[^>]* src="[^"]+\.js"/);
  });

  it('tells each mistake in a sentence that its words have', () => {
    const { mistakes } = parse(FILES.get('content/plan/more-time.yaml') ?? '');
    const form = example.moreTimeForm('2031-05-06');
    const told = [{}, { due: '2031-05-05', why: 'offer' }, { due: 'soon', why: 'boredom' }].map(
      (answers) => {
        const reading = form.read(answers);
        return reading.kind === 'mistakes' ? reading.mistakes.map(({ mistake }) => mistake) : [];
      },
    );
    expect(told).toEqual([['due', 'why'], ['duePast'], ['due', 'why']]);
    for (const mistake of told.flat()) expect(mistakes).toHaveProperty(mistake);
  });

  it.each([
    ['2031-05-07', 'Call today'],
    ['2031-05-08', 'Write today'],
  ])('answers, where an answer is due on %s: %s', (due, title) => {
    const words = parse(FILES.get('content/plan/more-time.yaml') ?? '');
    const today = '2031-05-06';
    const reading = example.moreTimeForm(today).read({ due, why: 'family' });
    if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
    const outcome = example.outcomeOf(reading.value, today, words);
    expect(outcome).toMatchObject({ summary: title, done: true });
    expect(outcome.blocks?.[0]).toEqual({ kind: 'title', text: title });
    expect(JSON.stringify(outcome.blocks)).toContain(words.outcome.say.family);
  });
});
