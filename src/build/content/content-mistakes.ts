import { articleWith, citationMistakes, referenceMistakes } from '../../articles/article.ts';
import { type ArticleText, readTree } from '../../articles/article-text.ts';
import { type ArticleData, articleSchema } from '../../articles/schema.ts';
import { withFiguresWithin } from '../../figures/name-figures.ts';
import type { Figures } from '../../figures/schema.ts';
import { letterSchema } from '../../newsletter/letters/schema.ts';
import {
  type ContentMistake,
  checked,
  day,
  shown,
  type WrongField,
  wrongField,
} from '../../site/content-error.ts';
import { articleId, letterName } from '../../site/dead-ends.ts';
import type { ContentFile } from './content-file.ts';
import { figureMistakes } from './figure-mistakes.ts';
import { pictureMistakes } from './pictures.ts';
import { type ContentTargets, dataMistakes, knownOf, type ReadFile } from './references.ts';
import { schemaFor } from './schemas.ts';
import { tableMistakes } from './table-mistakes.ts';
import { textMistakes } from './text-mistakes.ts';
import { unusedSources } from './unused-sources.ts';
import { readWritten, type WrittenText } from './written-text.ts';
import { FRONT_MATTER, readYaml, type Written } from './yaml.ts';

/** What the check has read, for those who would read it again. */
export interface Reading {
  /** What each YAML file and each front matter says, by its file. */
  readonly data: Map<string, unknown>;
  /** What the text of each article says that names no figures, which its page prints, by its file. */
  readonly texts: Map<string, ArticleText>;
}

/** Whether there is a file, as `pictureMistakes` asks it, for a text in the folder of `file`. */
export type IsThere = (file: string, path: string) => boolean;

/**
 * All mistakes in the files `all`, those of the content folder: in the order of the files, and of their lines.
 * Of a file whose YAML cannot be read, the fields are not looked at. What is read goes into
 * `reading`.
 */
export function contentMistakes(
  all: readonly ContentFile[],
  isThere: IsThere,
  reading?: Reading,
): ContentMistake[] {
  const files = all.filter(({ file }) => !file.endsWith('.tsv'));
  const mistakes: ContentMistake[] = [];
  const read: ReadFile[] = [];
  for (const file of files) {
    const written = /\.mdx?$/.test(file.file)
      ? frontMatterOf(file)
      : readYaml(file.file, file.text);
    if ('data' in written) {
      read.push({ ...file, written });
      reading?.data.set(file.file, written.data);
    } else mistakes.push(...written);
  }
  const known = knownOf(files, read);
  mistakes.push(...figureMistakes(files, read, known));
  // What a file cites that cannot be read, nobody knows.
  if (known.figures && read.length === files.length) mistakes.push(...unusedSources(read));
  mistakes.push(...dataMistakes(read, known, (path) => isThere('content/site.yaml', path)));
  mistakes.push(...tableMistakes(all, read));
  for (const file of read) {
    mistakes.push(...fieldMistakes(file, known.figures), ...dayMistakes(file));
  }
  for (const file of files) {
    if (!/^content\/(?:articles|letters|pages)\/.+\.mdx?$/.test(file.file)) continue;
    const front = read.find((one) => one.file === file.file);
    const text = readWritten(file);
    const said = readTree(text.tree, text.text, file.file);
    const namesFigures = file.text.replace(FRONT_MATTER, '').includes('[#');
    if (articleId(file.file) !== undefined && !namesFigures) reading?.texts.set(file.file, said);
    mistakes.push(...textOfMistakes(text, said, front, known, (path) => isThere(file.file, path)));
  }
  const byPlace = (a: ContentMistake, b: ContentMistake) =>
    a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
  const lines = new Set<string>();
  return mistakes.sort(byPlace).filter(({ file, line, sentence }) => {
    const key = `${file}:${line}: ${sentence}`;
    return !lines.has(key) && lines.add(key);
  });
}

function frontMatterOf({ file, text }: ContentFile): Written | readonly ContentMistake[] {
  const [, matter] = FRONT_MATTER.exec(text) ?? [];
  if (matter === undefined || !/^\s*---/.test(text)) {
    const sentence =
      'the file does not begin with its front matter: a line of three hyphens, the fields, and another line of three hyphens.';
    return [{ file, line: 1, sentence }];
  }
  return readYaml(file, matter, text.slice(0, text.indexOf('---')).split('\n').length);
}

/** What is wrong with the fields of a file, of which those that are read say what `figures` print. */
function fieldMistakes({ file, text, written }: ReadFile, figures: Figures = {}): ContentMistake[] {
  const schema = schemaFor(file);
  if (schema && file.endsWith('.yaml') && written.data === null) {
    return [
      { file, line: 1, sentence: 'the file is empty. content/README.md says what it holds.' },
    ];
  }
  const lines = text.split('\n');
  const result =
    schema && checked(schema).safeParse(withFiguresWithin(written.data, figures) ?? {});
  return (result?.error?.issues ?? []).map(({ path, message }) => {
    const line = written.lineOf(path);
    const comment = /:\s+#/.test(lines[line - 1] ?? '') && message.startsWith('Found: nothing');
    const hint = comment ? ' A "#" begins a comment: put the text in quotes.' : '';
    const field = path.length > 0 ? `the field "${path.join('.')}" is wrong. ` : '';
    return { file, line, sentence: field + message + hint };
  });
}

/** The day of a letter that is another one in its front matter than in its name. */
function dayMistakes({ file, written }: ReadFile): ContentMistake[] {
  const name = letterName(file);
  const said = day.safeParse(Object(written.data).date).data;
  if (!name || said === undefined || said === name.day) return [];
  const allowed = `"${name.day}", which the file's name says, or nothing`;
  const wrong = { field: 'date', found: shown(said), allowed };
  return [{ file, line: written.lineOf(['date']), sentence: wrongField(wrong) }];
}

function textOfMistakes(
  text: WrittenText,
  read: ArticleText,
  front: ReadFile | undefined,
  known: ContentTargets,
  isThere: (path: string) => boolean,
): ContentMistake[] {
  return [
    ...text.syntax,
    ...textMistakes(text, new Set(read.cited.keys()), known, isThere),
    ...pictureMistakes(text, isThere),
    ...(front ? referencesOf(front, text.seen, read, known) : []),
  ];
}

function referencesOf(
  { file, written }: ReadFile,
  seen: string,
  read: ArticleText,
  known: ContentTargets,
): ContentMistake[] {
  const { site, sources, articles } = known;
  if (!site || !sources) return [];
  const id = articleId(file);
  if (id === undefined && !letterName(file)) return pageCitations(file, read, seen);
  return wrongReferences(
    id,
    { file, read, data: written.data },
    { site, sources, articles },
  ).flatMap((wrong) => {
    const value = wrong.found.replace(/^"|"$/g, '');
    // A topic that is missing, or no text, is told as such.
    if (value === '') return [];
    const inText = wrong.field.startsWith('citation') ? `[@${value}]` : undefined;
    const index = inText === undefined ? -1 : seen.indexOf(inText);
    const path = wrong.field.split('.');
    const list = Object(written.data)[path[0] ?? ''];
    const place = Array.isArray(list) ? [...path, list.indexOf(value)] : path;
    const line = index >= 0 ? seen.slice(0, index).split('\n').length : written.lineOf(place);
    return [{ file, line, sentence: wrongField(wrong) }];
  });
}

/** References that lead nowhere: of an article, or of a letter, which cites alone. */
function wrongReferences(
  id: string | undefined,
  { file, read, data }: { file: string; read: ArticleText; data: unknown },
  known: Parameters<typeof referenceMistakes>[1],
): WrongField[] {
  if (id !== undefined) {
    return referenceMistakes(articleWith({ id, file, data: rightFields(data, read) }, read), known);
  }
  const cited = new Set(read.cited.keys());
  const { data: listed } = letterSchema.shape.sources.safeParse(Object(data).sources);
  return citationMistakes(new Set(listed ?? cited), cited, known.sources);
}

/** The fields of an article that are right, and nothing for those that are told as wrong. */
function rightFields(data: unknown, { cited }: ArticleText): ArticleData {
  const { shape } = articleSchema;
  const right = <Key extends keyof ArticleData>(key: Key, otherwise: ArticleData[Key]) => {
    const result = shape[key].safeParse(Object(data)[key]);
    // The shape of a field says what its data is.
    return result.success ? (result.data as ArticleData[Key]) : otherwise;
  };
  return {
    ...{ title: '', description: '', answer: '', published: '', reviewed: '', draft: false },
    topic: right('topic', ''),
    sources: right('sources', [...cited.keys()]),
    jurisdictions: right('jurisdictions', []),
    next: right('next', undefined),
    tools: right('tools', []),
  };
}

/** A page that is no article has no list of sources that a citation could lead to. */
function pageCitations(file: string, { cited }: ArticleText, seen: string): ContentMistake[] {
  return [...cited.keys()].map((source) => ({
    file,
    line: seen.slice(0, seen.indexOf(`[@${source}]`)).split('\n').length,
    sentence: `a page has no list of sources. Found: [@${source}]. Link to the source itself: [its title](https://…).`,
  }));
}
