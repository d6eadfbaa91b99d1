import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

async function content(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'second-thoughts-new-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp('content', root, { recursive: true });
  return root;
}

/** How `npm run new -- …args` ends where nobody can be asked. */
async function runNew(folder: string, args: readonly string[]) {
  const run = promisify(execFile)(process.execPath, ['src/drafting/main.ts', ...args], {
    env: { ...process.env, CONTENT_DIR: folder },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    // What execFile rejects with holds both outputs, whatever the types say.
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );
}

const ARTICLE = [
  ...['article', '--title', 'May I text?', '--topic', 'say-it'],
  ...['--description', 'When.', '--answer', 'Call first.'],
];

describe('npm run new', () => {
  it('writes one file, says which, and never writes over one', async () => {
    const folder = await content();
    const before = (await readdir(folder, { recursive: true })).length;
    const first = await runNew(folder, ARTICLE);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^content\/articles\/may-i-text\.mdx is written\. /);
    const file = join(folder, 'articles/may-i-text.mdx');
    const text = await readFile(file, 'utf8');
    expect(await runNew(folder, ARTICLE)).toMatchObject({ code: 2, stdout: '' });
    expect(await readFile(file, 'utf8')).toBe(text);
    expect((await readdir(folder, { recursive: true })).length).toBe(before + 1);
  });

  it('writes nothing where an answer is missing or wrong, and says so in a line', async () => {
    const folder = await content();
    const before = await readdir(folder, { recursive: true });
    for (const args of [[], ['article'], [...ARTICLE, '--topic', 'nowhere']]) {
      const { code, stdout, stderr } = await runNew(folder, args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^[^\n]+\n$/);
    }
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });
});
