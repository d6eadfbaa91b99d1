import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiguresWithin } from '../../figures/name-figures.ts';
import { writtenFigures } from '../../figures/written-figures.ts';
import { NEWSLETTER_FILE, writtenNewsletter } from '../../newsletter/content.ts';
import { cutFonts } from '../font-cuts.ts';
import { writtenSite } from '../written-site.ts';
import { writeChartPictures } from './chart-pictures.ts';
import { writeLetters } from './write-letters.ts';

/** Where the mails of a site are written, and from what. */
export interface NewsletterPlace {
  /** The built site. */
  readonly folder: string;
  readonly content: string;
  /** The folder of what is written in TypeScript and Astro, and that of what is drawn and cut. */
  readonly source: string;
  readonly cache: string;
  /** Of the site, absolute. */
  readonly home: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Writes what the newsletter's mails say into the built site, with its letters and their pictures.
 * Returns the sentences of `writeLetters` on what is left out, and throws as it does.
 */
export async function writeMails(place: NewsletterPlace): Promise<string[]> {
  const { folder, content, source, cache, home, today } = place;
  const warnings: string[] = [];
  const said = withFiguresWithin(await writtenNewsletter(content), writtenFigures());
  const { out, toCome } = await writeLetters(folder, writtenSite(), said, {
    home,
    today,
    warn: (sentence) => warnings.push(sentence),
  });
  await writeChartPictures([...out, ...toCome], {
    folder,
    content,
    pen: async () => ({
      accent: writtenSite().accent.light,
      fonts: await cutFonts({ content, source, cache: join(cache, 'fonts') }, 'sfnt'),
      faces: join(cache, 'faces/'),
    }),
  });
  const { best } = said.mails.welcome.letters;
  const named = best.flatMap((id) => out.find((letter) => letter.id === id) ?? []);
  const welcome = named.map(({ subject, address: url }) => ({ subject, url }));
  await writeFile(join(folder, NEWSLETTER_FILE), JSON.stringify({ ...said, welcome }));
  return warnings;
}
