import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../server/built-site.ts';

/** What reads it, before the program itself. */
const LOADER = 'src/site/load-env.ts';

const run = promisify(execFile);
// The project's own package file, whose scripts are strings.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

describe('the file .env', () => {
  it.each(['build', 'dev', 'serve', 'newsletter'])('is read by npm run %s', (name) => {
    expect(scripts[name]).toMatch(
      new RegExp(`^node (?:--[\\w-]+=\\d+ )*--import \\./${LOADER} (?!-)`),
    );
  });

  it('is read where a program runs, and variables that are set come before it', async () => {
    const root = await writeFiles({
      '.env': '\uFEFF# Mine\r\nSITE_URL=https://file.example/\r\nMAIL_FROM="a@file.example"\r\n',
      'say.mjs': 'console.log(process.env.SITE_URL, process.env.MAIL_FROM);',
    });
    const say = async (cwd: string, env: Readonly<Record<string, string>>) =>
      (
        await run(process.execPath, ['--import', resolve(LOADER), join(root, 'say.mjs')], {
          cwd,
          env,
        })
      ).stdout.trim();
    expect(await say(root, {})).toBe('https://file.example/ a@file.example');
    expect(await say(root, { SITE_URL: 'https://variable.example/' })).toBe(
      'https://variable.example/ a@file.example',
    );
    expect(await say(await writeFiles({ 'other.txt': '' }), {})).toBe('undefined undefined');
  });

  it('that cannot be read is told in a sentence', async () => {
    const root = await writeFiles({ 'say.mjs': '' });
    await mkdir(join(root, '.env'));
    await expect(
      run(process.execPath, ['--import', resolve(LOADER), 'say.mjs'], { cwd: root }),
    ).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^The file \.env .*\n$/) });
  });

  it('is no part of what the tests build', () => {
    expect(scripts['test']).not.toContain('npm run build');
  });
});
