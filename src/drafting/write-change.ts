import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './kinds.ts';

/** Writes a change into the folder `content`: a new file only where there is none, another in one step. */
export function writeChange(content: string, { file, text, isNew }: Change): void {
  const path = join(content, file);
  if (isNew) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      throw new Error(`content/${file} is there already, and stays as it is.`);
    }
    return;
  }
  const next = `${path}.${process.pid}.tmp`;
  writeFileSync(next, text);
  renameSync(next, path);
}
