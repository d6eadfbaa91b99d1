import type { GetStaticPaths } from 'astro';
import { renderLetters } from '../feed/letters/render-letters.ts';
import { LETTERS_FILE } from '../newsletter/letters/built-letter.ts';
import { loadLetters } from '../newsletter/letters/load.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { absolute } from '../site/urls.ts';

/** What is written by hand would begin with no underscore, which Astro leaves out. */
export const getStaticPaths = (() =>
  hasNewsletter(process.env)
    ? [{ params: { letters: LETTERS_FILE.replace('.json', '') } }]
    : []) satisfies GetStaticPaths;

/** The letters as texts, which the end of a build makes mails of: no file for readers. */
export const GET = async () =>
  Response.json(
    (await renderLetters(await loadLetters())).map(({ letter, html }) => {
      const { id, subject, preview, date, draft, path } = letter;
      return { id, subject, preview, date, draft, address: absolute(path), html };
    }),
  );
