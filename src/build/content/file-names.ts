import { z } from 'zod';
import type { ContentMistake } from '../../site/content-error.ts';
import { LETTERS_PATH, letterName } from '../../site/dead-ends.ts';

/** What a name may be made of, as it becomes an address that is typed, read out and sent by mail. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What Windows can call neither a file nor a folder, with any ending (Win32, "Naming Files"). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Pages of the site whose address no file of content/pages can have. */
const ROUTES: ReadonlySet<string> = new Set([
  '404',
  'articles',
  'glossary',
  'health',
  'newsletter',
  'og',
  'plan',
  'quiz',
  'search',
  'topics',
]);

/** Where the pages of a folder are. */
const FOLDERS: Readonly<Record<string, string>> = {
  articles: 'articles/',
  letters: LETTERS_PATH.slice(1),
};

/** What is no text but may stand beside one. */
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/**
 * What is wrong with the names of files in content/articles, content/letters and content/pages, which
 * become addresses.
 * `files` are all files there, as they stand in the project.
 */
export function nameMistakes(files: readonly string[]): ContentMistake[] {
  const taken = new Map<string, string>();
  return files.flatMap((file): ContentMistake[] => {
    const [, folder = '', name = ''] =
      /^content\/(articles|letters|pages)\/(.+)$/s.exec(file) ?? [];
    const last = name.split('/').at(-1) ?? '';
    // What begins with a dot is the editor's or the system's.
    if (!name || last.startsWith('.') || PICTURE.test(last)) return [];
    if (!/\.mdx?$/.test(last)) {
      const sentence = `this file would be left out: its name ends in neither .md nor .mdx. Rename it, or move it out of content/${folder}.`;
      return [{ file, sentence }];
    }
    const id = name.replace(/\.mdx?$/, '');
    if (!id.split('/').every((part) => NAME.test(part))) {
      const better = suggestion(id);
      const sentence = `this name can't be an address. Found: ${JSON.stringify(name)}. Allowed: the letters a to z in lower case, digits, and single hyphens between them${better ? `, such as ${better}${/\.mdx?$/.exec(name)?.[0]}` : ''}.`;
      return [{ file, sentence }];
    }
    const device = id.split('/').find((part) => DEVICE.test(part));
    if (device) {
      const sentence = `Windows can't have a file or a folder that is called "${device}". Rename it, such as ${device}-1.`;
      return [{ file, sentence }];
    }
    if (folder === 'pages' && (ROUTES.has(id) || id.includes('/'))) {
      return [
        {
          file,
          sentence: `the site has something of its own at /${id}/. Give this page another name.`,
        },
      ];
    }
    const letter = letterName(file);
    if (
      folder === 'letters' &&
      (!letter || id.includes('/') || !z.iso.date().safeParse(letter.day).success)
    ) {
      const sentence = `the name of a letter begins with the day on which it goes out. Found: ${JSON.stringify(name)}. Allowed: such as 2026-12-01-the-hour-after.mdx, right in content/letters.`;
      return [{ file, sentence }];
    }
    // A letter's day is no part of its address.
    const address = `${FOLDERS[folder] ?? ''}${letter?.id ?? id}/`;
    const other = taken.get(address);
    taken.set(address, file);
    return other
      ? [
          {
            file,
            sentence: `${other} has the same address, /${address}. Rename one.`,
          },
        ]
      : [];
  });
}

/** The name without accents, signs and spaces; empty where nothing of it is left. */
function suggestion(id: string): string {
  return id
    .split('/')
    .map((part) =>
      part
        .normalize('NFD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/ß/g, 'ss')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter(Boolean)
    .join('/');
}
