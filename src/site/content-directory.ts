import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Absolute path of the folder that holds the content: `content/`, or what `CONTENT_DIR` names
 * (the benchmark and the tests build other contents with the same code).
 */
export function contentDirectory(): string {
  const directory = resolve(process.env['CONTENT_DIR'] ?? 'content');
  if (existsSync(resolve(directory, 'site.yaml'))) return directory;
  throw new Error(
    `There is no site.yaml in ${directory}. Set CONTENT_DIR to a folder like content/, or leave it out.`,
  );
}
