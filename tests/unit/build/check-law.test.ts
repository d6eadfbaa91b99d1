import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLaw } from '../../../src/build/check-law.ts';

/** How `npm run check:law -- …args` ends as a process of its own, and what it says. */
async function inAProcess(args: readonly string[], content?: string) {
  const command = ['src/build/check-law.ts', ...args];
  const env = { ...process.env, ...(content && { CONTENT_DIR: content }) };
  const run = promisify(execFile)(process.execPath, command, { env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    // What execFile rejects with holds both outputs, whatever the types say.
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      ...{ code, stdout, stderr },
    }),
  );
}

/** A folder of content with one rule of law, checked on February 28, 2026. */
function contentWith(rule = '{ sources: [geo], reviewed: 2026-02-28 }'): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-thoughts-law-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'site.yaml'), '{}');
  writeFileSync(join(folder, 'sources.yaml'), 'geo: { url: "https://geo.example/" }');
  writeFileSync(join(folder, 'rules.yaml'), `de: ${rule}`);
  return folder;
}

describe('npm run check:law', () => {
  it.each([
    ['2026-12-24', 0, 'No rule of law is due on 2026-12-24.'],
    ['2027-04-03', 0, 'Due on 2027-04-03'],
    ['2027-04-04', 1, 'Overdue on 2027-04-04'],
    ['2028-02-29', 1, 'https://geo.example/'],
  ])('on %s ends with %i', (day, code, said) => {
    const content = contentWith();
    for (const args of [['--on', day], [`--on=${day}`]]) {
      const told = { code, stdout: expect.stringContaining(said) };
      expect(checkLaw(args, content)).toEqual(told);
    }
  });

  it('reads the content of this site, today', async () => {
    const { code, stdout, stderr } = await inAProcess([]);
    expect(stderr).toBe('');
    expect(code).toBe(stdout.startsWith('Overdue') ? 1 : 0);
  });

  it.each([
    ['--on'],
    ['--on', '2027-02-29'],
    ['--on', '1/2/2027'],
    ['soon'],
    ['--when', 'now'],
    [''],
  ])('answers %j %j with a sentence', (...args) => {
    expect(checkLaw(args, contentWith())).toEqual({
      code: 2,
      stderr: `npm run check:law takes nothing, or a day that exists: npm run check:law -- --on 2027-03-31. Found: ${args.join(' ')}`,
    });
  });

  it.each([
    ['{ sources: [nobody], reviewed: 2026-02-28 }', /"de, sources" is wrong\. Found: "nobody"/],
    ['{ sources: [geo], reviewed: in spring }', /"de, reviewed" is wrong\. Found: "in spring"/],
    ['"open', /^content\/rules\.yaml: .* at line 1/],
  ])('answers content such as %s with a sentence', (rule, said) => {
    const { code, stdout, stderr } = checkLaw([], contentWith(rule));
    expect({ code, stdout }).toEqual({ code: 2, stdout: undefined });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('says a mistake on the output for mistakes, and what is overdue on the other', async () => {
    const content = contentWith();
    const [mistaken, overdue] = await Promise.all([
      inAProcess(['soon'], content),
      inAProcess(['--on', '2028-02-29'], content),
    ]);
    expect(mistaken).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^npm run check:law takes nothing, .* Found: soon\n$/),
    });
    expect(overdue).toEqual({ code: 1, stdout: expect.stringMatching(/^Overdue/), stderr: '' });
  });
});
