import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentCheck } from '../../site/beside.ts';
import { type ContentMistake, wrongField } from '../../site/content-error.ts';
import { isOut } from '../../site/dead-ends.ts';
import { drawPortrait } from '../../site/draw-portrait.ts';
import { articleOf, letterOf } from '../../site/publication.ts';
import { photoSchema } from '../../site/schema.ts';
import { today } from '../../site/today.ts';
import { type ContentFile, contentFiles, readContent } from './content-file.ts';
import { contentMistakes, type Reading } from './content-mistakes.ts';
import { nameMistakes } from './file-names.ts';
import { NEEDED } from './schemas.ts';
import { TABLES } from './table-mistakes.ts';
import { readYaml } from './yaml.ts';

/** The mistakes in the folder `content`. What is read goes into `reading`. */
export async function mistakesIn(
  content: string,
  publicDirectory: string,
  reading?: Reading,
): Promise<ContentCheck> {
  const all = contentFiles(content);
  const read = all.map(({ file, bytes }) => readContent(file, bytes));
  const files = read.flatMap((one): ContentFile[] => ('text' in one ? [one] : []));
  const hidden = new Set(
    all.flatMap(({ file, bytes }) => {
      const written = { file, text: bytes.toString('latin1') };
      const text = articleOf(written) ?? letterOf(written);
      return text && !isOut(text.data, { today: today(), preview: false }) ? [file] : [];
    }),
  );
  const there = new Set(all.map(({ file }) => file));
  const missing = [...NEEDED, TABLES.occupations, TABLES.reported].filter((one) => !there.has(one));
  const mistakes = [
    ...nameMistakes(namesIn(content)),
    ...missing.map((file) => ({
      file,
      sentence:
        'this file is not there, and the site needs it. Git has it: git checkout HEAD -- content',
    })),
    ...read.flatMap((one): ContentMistake[] => ('sentence' in one ? [one] : [])),
    ...contentMistakes(
      files,
      (file, path) =>
        path.startsWith('.')
          ? existsSync(join(content, dirname(file).replace(/^content\/?/, ''), path))
          : existsSync(join(publicDirectory, path.replace(/^public/, ''))),
      reading,
    ),
    ...(await portraitMistakes(content, files)),
  ];
  return {
    stopping: mistakes.filter(({ file }) => !hidden.has(file)),
    leftOut: mistakes.filter(({ file }) => hidden.has(file)),
  };
}

/** What is wrong with the author's photo, which only its bytes tell. */
async function portraitMistakes(
  content: string,
  files: readonly ContentFile[],
): Promise<ContentMistake[]> {
  const file = files.find((one) => one.file === 'content/site.yaml');
  const written = file && readYaml(file.file, file.text);
  if (!file || !written || !('data' in written)) return [];
  const { data: photo } = photoSchema.safeParse(Object(Object(written.data).author).photo);
  if (photo === undefined) return [];
  const portrait = await drawPortrait(join(content, photo), photo);
  if ('jpeg' in portrait) return [];
  const line = written.lineOf(portrait.wrong.field.split('.'));
  return [{ file: file.file, line, sentence: wrongField(portrait.wrong) }];
}

/** All files whose names become addresses. */
function namesIn(content: string): string[] {
  return globSync('{articles,letters,pages}/**/*', { cwd: content, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(content.length + 1))
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .sort();
}
