import { type Known, referenceMistakes, toArticle } from '../../articles/article.ts';
import { articleSchema } from '../../articles/schema.ts';
import { checked, type Mistake, shown, wrongField } from '../../site/content-error.ts';
import { articleId } from '../../site/dead-ends.ts';
import { siteSchema } from '../../site/schema.ts';
import type { ContentFile } from './content-file.ts';
import { pictureMistakes } from './pictures.ts';
import { schemaFor } from './schemas.ts';
import { readWritten, textMistakes } from './text-mistakes.ts';
import { FRONT_MATTER, readYaml, type Written } from './yaml.ts';

/** A content file whose syntax is right. */
interface ReadFile extends ContentFile {
  readonly written: Written;
}

/** Whether there is a file, as `pictureMistakes` asks it, for a text in the folder of `file`. */
export type IsThere = (file: string, path: string) => boolean;

/**
 * All mistakes in `files`, those of the content folder: in the order of the files, and of their lines.
 * A file whose syntax is wrong has that one mistake.
 */
export function contentMistakes(files: readonly ContentFile[], isThere: IsThere): Mistake[] {
  const mistakes: Mistake[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const written = /\.mdx?$/.test(file.file)
      ? frontMatterOf(file)
      : readYaml(file.file, file.text);
    if ('sentence' in written) mistakes.push(written);
    else read.push({ ...file, written });
  }
  const known = knownOf(files, read);
  for (const file of read) {
    mistakes.push(...fieldMistakes(file));
    if (/^content\/(?:articles|pages)\//.test(file.file)) {
      mistakes.push(...textOfMistakes(file, known, (path) => isThere(file.file, path)));
    }
    mistakes.push(...chartMistakes(file, known));
  }
  const byPlace = (a: Mistake, b: Mistake) =>
    a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
  const lines = new Set<string>();
  return mistakes.sort(byPlace).filter(({ file, line, sentence }) => {
    const key = `${file}:${line}: ${sentence}`;
    return !lines.has(key) && lines.add(key);
  });
}

function frontMatterOf({ file, text }: ContentFile): Written | Mistake {
  const [, matter] = FRONT_MATTER.exec(text) ?? [];
  if (matter === undefined || !/^\s*---/.test(text)) {
    const sentence =
      'the file does not begin with its front matter: a line of three hyphens, the fields, and another line of three hyphens.';
    return { file, line: 1, sentence };
  }
  return readYaml(file, matter, text.slice(0, text.indexOf('---')).split('\n').length);
}

function fieldMistakes({ file, written }: ReadFile): Mistake[] {
  const schema = schemaFor(file);
  const result = schema && checked(schema).safeParse(written.data ?? {});
  return (result?.error?.issues ?? []).map(({ path, message }) => ({
    file,
    line: written.lineOf(path),
    sentence: path.length > 0 ? `the field "${path.join('.')}" is wrong. ${message}` : message,
  }));
}

function textOfMistakes(
  file: ReadFile,
  known: Known | undefined,
  isThere: (path: string) => boolean,
): Mistake[] {
  const text = readWritten(file);
  if ('sentence' in text) return [text];
  return [
    ...textMistakes(text),
    ...pictureMistakes(text, isThere),
    ...(known ? referencesOf(file, text.seen, known) : []),
  ];
}

function referencesOf({ file, text, written }: ReadFile, seen: string, known: Known): Mistake[] {
  const id = articleId(file);
  const data = articleSchema.safeParse(written.data);
  if (id === undefined || !data.success) return [];
  const article = toArticle({ id, file, body: text, data: data.data });
  return referenceMistakes(article, known).map((wrong) => {
    const value = wrong.found.replace(/^"|"$/g, '');
    const inText = wrong.field.startsWith('citation')
      ? `[@${value}]`
      : /^<\w+/.test(wrong.field)
        ? value
        : undefined;
    const index = inText === undefined ? -1 : seen.indexOf(inText);
    const path = wrong.field.split('.');
    const list = Object(written.data)[path[0] ?? ''];
    const place = Array.isArray(list) ? [...path, list.indexOf(value)] : path;
    const line = index >= 0 ? seen.slice(0, index).split('\n').length : written.lineOf(place);
    return { file, line, sentence: wrongField(wrong) };
  });
}

function chartMistakes({ file, written }: ReadFile, known: Known | undefined): Mistake[] {
  const points: unknown = Object(written.data).points;
  if (!known || !/^content\/charts\//.test(file) || !Array.isArray(points)) return [];
  return points.flatMap((point, index) => {
    const { source } = Object(point);
    if (typeof source !== 'string' || known.sources.has(source)) return [];
    const path = ['points', index, 'source'];
    const wrong = {
      field: path.join('.'),
      found: shown(source),
      allowed: 'a key of content/sources.yaml',
    };
    return [{ file, line: written.lineOf(path), sentence: wrongField(wrong) }];
  });
}

/** What articles may refer to, where the files that say so can be read. */
function knownOf(files: readonly ContentFile[], read: readonly ReadFile[]): Known | undefined {
  const dataOf = (name: string): unknown => read.find(({ file }) => file === name)?.written.data;
  const site = siteSchema.safeParse(dataOf('content/site.yaml'));
  const sources = dataOf('content/sources.yaml');
  if (!site.success || sources === undefined) return undefined;
  const names = (folder: string) =>
    files.flatMap(
      ({ file }) => new RegExp(`^content/${folder}/([^/]+)\\.yaml$`).exec(file)?.[1] ?? [],
    );
  return {
    site: site.data,
    sources: new Set(Object.keys(Object(sources))),
    articles: new Set(files.flatMap(({ file }) => articleId(file) ?? [])),
    messages: new Set(names('messages').filter((name) => !/^(?:acts|channels|slots)$/.test(name))),
    charts: new Set(names('charts')),
  };
}
