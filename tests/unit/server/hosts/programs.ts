import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What these tests run beside Node, and the package of Debian that has it. */
const PACKAGES = { nginx: 'nginx-light', caddy: 'caddy', 'systemd-analyze': 'systemd' } as const;

/** A program of these tests. */
export type Program = keyof typeof PACKAGES;

/** What a machine without `program` is told, in one line. */
export const withoutProgram = (program: Program): string =>
  `Left out what needs ${program}, which is not here. Install it: sudo apt-get install ${PACKAGES[program]}`;

/** Where a program is; undefined where it is not. Debian keeps servers off the `PATH` of users. */
export function findProgram(program: Program): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
