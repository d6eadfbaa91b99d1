import { link, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, codeOf } from '../command/command-error.ts';
import { type Incoming, LARGEST } from './incoming.ts';

/** The flags at the end of a file's name begin with this. */
const INFO = ':2,';

const flagsOf = (name: string): string => name.split(INFO)[1] ?? '';

/** The same name with the flag that says that somebody has seen it; flags stand in order. */
function seen(name: string): string {
  const [unique = name] = name.split(INFO);
  return unique + INFO + [...new Set(`${flagsOf(name)}S`)].toSorted().join('');
}

/** Names of the mails that nobody has seen, the oldest first. */
async function unseenIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of ['new', 'cur']) {
    const names = await readdir(join(folder, place)).catch((error: unknown) => {
      const code = codeOf(error);
      throw new CommandError(
        code === 'ENOENT' || code === 'ENOTDIR'
          ? `${folder} is no Maildir: it should hold the folders new and cur.`
          : `${join(folder, place)} cannot be read (${code}).`,
      );
    });
    const unseen = names.filter((name) => !name.startsWith('.') && !/[ST]/.test(flagsOf(name)));
    found.push(...unseen.toSorted().map((name) => join(place, name)));
  }
  return found;
}

/**
 * The mails of a Maildir that nobody has seen. What is handled becomes seen, in `cur`; until then it
 * stays where it is, and at no moment is it in neither place.
 *
 * @throws CommandError where it is no Maildir, or cannot be read
 */
export async function* maildirMails(folder: string): AsyncGenerator<Incoming> {
  for (const place of await unseenIn(folder)) {
    const path = join(folder, place);
    const size = await stat(path).then(
      ({ size }) => size,
      () => undefined,
    );
    // Somebody else has moved it.
    if (size === undefined) continue;
    const raw = size > LARGEST ? undefined : await readFile(path).catch(unreadable(path));
    yield {
      raw,
      handled: async () => {
        const to = join(folder, 'cur', seen(place.slice('new/'.length)));
        // Not renamed: that would put it in place of another one of the same name.
        await link(path, to).catch(unwritable(to));
        await unlink(path).catch(unwritable(path));
      },
    };
  }
}

const unreadable = (path: string) => (error: unknown) => {
  throw new CommandError(`${path} cannot be read (${codeOf(error)}).`);
};

/** One that somebody else has moved meanwhile is where it should be. */
const unwritable = (path: string) => (error: unknown) => {
  if (codeOf(error) === 'ENOENT') return;
  throw new CommandError(
    `${path} cannot be written (${codeOf(error)}), so the mail is still unseen. Give this program's user the right to write there, and run it again: nothing happens twice.`,
  );
};
