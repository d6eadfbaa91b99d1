import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { contentDirectory } from '../../../src/site/content-directory.ts';

const emptyFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('contentDirectory', () => {
  it('is content/ unless CONTENT_DIR names another folder', async () => {
    vi.stubEnv('CONTENT_DIR', undefined);
    expect(contentDirectory()).toBe(resolve('content'));
    const folder = await emptyFolder();
    await writeFile(join(folder, 'site.yaml'), '');
    vi.stubEnv('CONTENT_DIR', relative('.', folder));
    expect(contentDirectory()).toBe(folder);
  });

  it('says which folder has no content, and what to do', async () => {
    const folder = await emptyFolder();
    vi.stubEnv('CONTENT_DIR', folder);
    expect(contentDirectory).toThrow(`There is no site.yaml in ${folder}. Set CONTENT_DIR to `);
  });
});
