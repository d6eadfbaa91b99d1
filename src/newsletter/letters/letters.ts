import { LETTERS_PATH, letterName, letterPath } from '../../site/dead-ends.ts';

/** A letter as its page, its list, its feed and its mail see it. */
export interface Letter {
  /** The name of its file without its day. */
  readonly id: string;
  /** Its name in the collection, with the day. */
  readonly entry: string;
  /** Path below the site's base, with slashes at both ends. */
  readonly path: string;
  readonly subject: string;
  readonly preview: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly draft: boolean;
  /** Its text, as it is written. */
  readonly body: string;
}

/** The feed of the letters of a newsletter that is called `name`. */
export function lettersFeed(name: string): { readonly title: string; readonly path: string } {
  return { title: name, path: `${LETTERS_PATH}feed.xml` };
}

/** What the content layer knows of a letter. */
interface LetterFile {
  readonly entry: string;
  readonly body: string;
  readonly data: { readonly subject: string; readonly preview: string; readonly draft: boolean };
}

/** The letters of `files`, the newest first; none of one whose name says no day. */
export function lettersOf(files: readonly LetterFile[]): Letter[] {
  return files
    .flatMap(({ entry, body, data: { subject, preview, draft } }): Letter[] => {
      const name = letterName(`content/letters/${entry}.mdx`);
      if (!name) return [];
      const { id, day: date } = name;
      return [{ id, entry, path: letterPath(id), subject, preview, date, draft, body }];
    })
    .sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
}
