import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder for one test, deleted after it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsletter-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
