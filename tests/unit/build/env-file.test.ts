import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../server/built-site.ts';

const run = promisify(execFile);
// The project's own package file, whose scripts are strings.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

describe('the file .env', () => {
  it.each(['build', 'dev', 'serve', 'newsletter'])('is read by npm run %s', async (name) => {
    const options = /^node (--\S+) (?!-)/.exec(scripts[name] ?? '')?.[1] ?? '';
    const root = await writeFiles({
      '.env': '# Mine\nSITE_URL=https://file.example/\nMAIL_FROM="a@file.example"\n',
      'say.mjs': 'console.log(process.env.SITE_URL, process.env.MAIL_FROM);',
    });
    const say = async (cwd: string, env: Readonly<Record<string, string>>) =>
      (await run(process.execPath, [options, join(root, 'say.mjs')], { cwd, env })).stdout.trim();
    expect(await say(root, {})).toBe('https://file.example/ a@file.example');
    expect(await say(root, { SITE_URL: 'https://variable.example/' })).toBe(
      'https://variable.example/ a@file.example',
    );
    expect(await say(await writeFiles({ 'other.txt': '' }), {})).toBe('undefined undefined');
  });

  it('is no part of what the tests build', () => {
    expect(scripts['test']).not.toContain('npm run build');
  });
});
