import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildFolder, clearUp, realFolder, swapIn } from '../../../src/build/swap.ts';

/** A folder with a site in each folder that is named, which says its own name. */
function sites(...names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'second-thoughts-swap-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'index.html'), name);
  }
  return root;
}

const siteAt = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');

describe('swapIn', () => {
  it.each([
    ['in the place of another site', ['dist', '.dist-next-7']],
    ['where there was none', ['.dist-next-7']],
    [
      'after a build that was killed between the two renames',
      ['dist', '.dist-next-7', '.dist-last-7'],
    ],
  ])('puts a new site %s, and leaves nothing else', (_, names) => {
    const root = sites(...names);
    swapIn(buildFolder(join(root, 'dist'), 7), join(root, 'dist'), 7);
    expect(siteAt(join(root, 'dist'))).toBe('.dist-next-7');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('leaves the old site where it is when there is no new one', () => {
    const root = sites('dist');
    expect(() => swapIn(join(root, '.dist-next-7'), join(root, 'dist'), 7)).toThrow('ENOENT');
    expect(siteAt(join(root, 'dist'))).toBe('dist');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('replaces what a link leads to, and leaves the link', () => {
    const root = sites('released', 'next');
    symlinkSync('released', join(root, 'dist'));
    const folder = realFolder(join(root, 'dist'));
    swapIn(join(root, 'next'), folder, 7);
    expect(siteAt(join(root, 'dist'))).toBe('next');
    expect(readdirSync(root)).toEqual(['dist', 'released']);
  });
});

describe('clearUp', () => {
  const HOUR = 3_600_000;
  /** When something in `folder` last changed, by the clock of the disk, which no test can move. */
  const changed = (folder: string) => statSync(folder).ctimeMs;
  const running = (pid: number) => pid === 8;

  it.each([
    ['of a killed build', ['dist', '.dist-next-7'], 0, ['dist']],
    [
      'of a running build, not',
      ['dist', '.dist-next-8', '.dist-last-8'],
      0,
      ['.dist-last-8', '.dist-next-8', 'dist'],
    ],
    [
      'of a running process that took over the number days later',
      ['dist', '.dist-next-8'],
      25 * HOUR,
      ['dist'],
    ],
    [
      'of other folders, not',
      ['dist', '.dist-next-7.keep', 'dist-next-7', '.dist-next'],
      0,
      ['.dist-next', '.dist-next-7.keep', 'dist', 'dist-next-7'],
    ],
    ['where nothing was built', [], 0, []],
  ])('deletes what is left %s', (_, names, later, left) => {
    const root = sites(...names);
    clearUp(join(root, 'dist'), changed(root) + later, running);
    expect(readdirSync(root).sort()).toEqual([...left].sort());
  });

  it('puts the old site back when a build was killed between the two renames', () => {
    const root = sites('.dist-last-7', '.dist-next-7');
    clearUp(join(root, 'dist'), changed(root), running);
    expect(siteAt(join(root, 'dist'))).toBe('.dist-last-7');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('knows by itself which processes run', () => {
    const root = sites('.dist-next-1', `.dist-next-${process.pid}`, '.dist-next-4194305');
    clearUp(join(root, 'dist'), changed(root));
    // 1 always runs; a build of our own number is from before; no system has as many processes.
    expect(readdirSync(root)).toEqual(['.dist-next-1']);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});
