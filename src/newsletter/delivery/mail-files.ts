import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListError } from '../store/list-error.ts';

/** The folder of mails in files, in a data folder. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, 'mail');
}

/** Paths of files and folders that may hold mails, and that could not be looked into or deleted. */
export type Unreached = readonly string[];

/** Mails in files, and those of them that may not be kept. */
export interface MailFiles {
  /**
   * Writes a mail to a file of this name where `isWanted`, whole or not at all. Resolves with its
   * path; with undefined where it was not wanted.
   */
  write(
    name: string,
    message: Buffer | string,
    isWanted: () => Promise<boolean>,
  ): Promise<string | undefined>;
  /**
   * Deletes mails that were not written whole when the process died. Before anything is sent. Throws
   * the system's error where it cannot.
   */
  deleteDrafts(): void;
  /**
   * Deletes the mails to everybody for whom `isListed` is false, also those that are being written.
   * Resolves with the paths of what it could not read or delete.
   */
  deleteUnlisted(isListed: (email: string) => Promise<boolean>): Promise<Unreached>;
}

/** A mail's headers end long before. */
const MOST_HEADERS = 16_384;

async function headersOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_HEADERS), 0, MOST_HEADERS, 0);
    const [headers = ''] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n\r?\n/, 1);
    return headers.replace(/\r?\n[ \t]+/g, ' ');
  } finally {
    await handle.close();
  }
}

/** The address that a mail of ours is to; undefined for a file that is none of ours. */
async function recipientOf(file: string): Promise<string | undefined> {
  return /^To: *(?:[^<\n]*<)?([^\s<>]+@[^\s<>]+?)>? *$/im.exec(await headersOf(file))?.[1];
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** `work`, whose file somebody else may have deleted meanwhile. */
async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** The mails in `folder`, which need not be there. */
export function mailFiles(folder: string): MailFiles {
  // Whole mails do not change, so each is read once.
  const recipients = new Map<string, string>();
  /** Mails between the question whether they are wanted and the file. */
  const underWay = new Set<Promise<unknown>>();

  const writeWanted = async (
    name: string,
    message: Buffer | string,
    isWanted: () => Promise<boolean>,
  ): Promise<string | undefined> => {
    if (!(await isWanted())) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, name);
    // Renamed when it is whole.
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  };

  return {
    async write(name, message, isWanted) {
      const written = writeWanted(name, message, isWanted);
      const ended = written.catch(() => undefined);
      underWay.add(ended);
      try {
        return await written;
      } finally {
        underWay.delete(ended);
      }
    },
    deleteDrafts() {
      try {
        for (const name of readdirSync(folder)) {
          if (name.endsWith('.eml.part')) rmSync(join(folder, name), { force: true });
        }
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
    async deleteUnlisted(isListed) {
      // Whoever left since they were asked about is among those that follow.
      await Promise.all(underWay);
      const unreached: string[] = [];
      const entries = await unlessMissing(readdir(folder, { withFileTypes: true })).catch(() => {
        unreached.push(folder);
      });
      for (const entry of entries ?? []) {
        const { name } = entry;
        if (!entry.isFile() || !/\.eml(\.part)?$/.test(name)) continue;
        const file = join(folder, name);
        const known = recipients.get(name);
        try {
          const recipient = known ?? (await unlessMissing(recipientOf(file)));
          if (recipient === undefined) continue;
          if (await isListed(recipient)) {
            recipients.set(name, recipient);
            continue;
          }
          await rm(file, { force: true });
          recipients.delete(name);
        } catch (error) {
          if (error instanceof ListError) throw error;
          unreached.push(file);
        }
      }
      return unreached;
    },
  };
}
