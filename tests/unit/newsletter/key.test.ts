import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newsletterKey } from '../../../src/newsletter/key.ts';
import { dataFolder } from './data-folder.ts';

const KEY_MODULE = new URL('../../../src/newsletter/key.ts', import.meta.url).href;

describe('the key', () => {
  it('is the one that was given, and then nothing is written', () => {
    const folder = dataFolder();
    expect(newsletterKey(` ${'k'.repeat(32)}\n`, folder)).toBe('k'.repeat(32));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made once where none was given, for nobody else to read', () => {
    const folder = join(dataFolder(), 'deep', 'data');
    const key = newsletterKey(undefined, folder);
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(newsletterKey('', folder)).toBe(key);
    expect(readdirSync(folder)).toEqual(['key']);
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
    expect(newsletterKey(undefined, dataFolder())).not.toBe(key);
  });

  it('is one for processes that start at once', async () => {
    const folder = dataFolder();
    const code = `
      const { newsletterKey } = await import(${JSON.stringify(KEY_MODULE)});
      process.stdout.write(newsletterKey(undefined, ${JSON.stringify(folder)}));`;
    const runs = Array.from({ length: 6 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]),
    );
    const keys = new Set((await Promise.all(runs)).map(({ stdout }) => stdout));
    expect([...keys]).toEqual([readFileSync(join(folder, 'key'), 'utf8').trim()]);
    expect(readdirSync(folder)).toEqual(['key']);
  }, 60_000);

  it('says what to do where it is too short, damaged, or cannot be made', () => {
    const folder = dataFolder();
    expect(() => newsletterKey('secret', folder)).toThrow(
      /^NEWSLETTER_KEY has 6 characters\. It should be [^\n]+\.$/,
    );
    writeFileSync(join(folder, 'key'), '');
    expect(() => newsletterKey(undefined, folder)).toThrow(/is damaged: it has 0 characters/);
    mkdirSync(join(folder, 'other', 'key'), { recursive: true });
    expect(() => newsletterKey(undefined, join(folder, 'other'))).toThrow(
      /cannot be read \(EISDIR\)/,
    );
    const file = fileURLToPath(import.meta.url);
    expect(() => newsletterKey(undefined, file)).toThrow(/cannot be read \(ENOTDIR\)/);
    expect(() => newsletterKey(undefined, join(file, 'data'))).toThrow(/\(ENOTDIR\)/);
  });
});
