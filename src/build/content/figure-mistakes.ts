import { Lexer } from 'yaml';
import { idsIn } from '../../articles/citations.ts';
import { findSums, type Sum } from '../../figures/find-sums.ts';
import { namedIn } from '../../figures/name-figures.ts';
import { printFigure } from '../../figures/print-figure.ts';
import { type Readable, readable } from '../../figures/readable.ts';
import { sameFacts } from '../../figures/same-fact.ts';
import { type Figures, type NotFigure, notFiguresSchema } from '../../figures/schema.ts';
import { type ContentMistake, shown, wrongField } from '../../site/content-error.ts';
import type { ContentFile } from './content-file.ts';
import type { ContentTargets, ReadFile } from './references.ts';
import { FRONT_MATTER } from './yaml.ts';

const FIGURES = 'content/figures.yaml';
const NOT_FIGURES = 'content/not-figures.yaml';

/** Files whose numbers are figures themselves, or stand in the titles that others gave to their pages. */
const UNREAD: ReadonlySet<string> = new Set([FIGURES, NOT_FIGURES, 'content/sources.yaml']);

/**
 * What is wrong with the figures of the site: percentages and sums of money in `files` that are
 * neither a figure nor said to be none, names of figures that there are not, two figures for one
 * fact. Nothing where content/figures.yaml has mistakes of its own.
 */
export function figureMistakes(
  files: readonly ContentFile[],
  read: readonly ReadFile[],
  known: ContentTargets,
): ContentMistake[] {
  const { figures } = known;
  if (!figures) return [];
  const not = read.find(({ file }) => file === NOT_FIGURES);
  const allowed = notFiguresSchema.safeParse(not?.written.data ?? []).data ?? [];
  return [
    ...files.flatMap((file) => {
      const seen = withoutComments(file.file, file.text);
      return [
        ...nameMistakes(file, seen, figures),
        ...(UNREAD.has(file.file) ? [] : sumMistakes(file, seen, figures, allowed)),
      ];
    }),
    ...read.flatMap((file) => citingMistakes(file, figures)),
    ...(not ? staleMistakes(not, files, allowed) : []),
    ...read.filter(({ file }) => file === FIGURES).flatMap((one) => factMistakes(one, known)),
  ];
}

/** Sums that are written out, each on its line. `seen` is the text without comments. */
function sumMistakes(
  { file, text }: ContentFile,
  seen: string,
  figures: Figures,
  allowed: readonly NotFigure[],
): ContentMistake[] {
  const written = readable(seen);
  const spared = allowed
    .filter((one) => `content/${one.in}` === file)
    .flatMap(({ text: words }) => placesOf(words, written));
  return findSums(written.text)
    .filter(({ index }) => !spared.some(({ from, to }) => from <= index && index < to))
    .map((sum) => ({
      file,
      line: lineAt(text, written.at(sum.index)),
      sentence: why(sum, figures),
    }));
}

function why({ found }: Sum, figures: Figures): string {
  const same = Object.entries(figures).flatMap(([id, figure]) =>
    printFigure(figure).replaceAll('\u00A0', ' ') === found ? `[#${id}]` : [],
  );
  const write =
    same.length > 0
      ? `Write ${same.slice(0, 3).join(' or ')}, which prints it, if that is what is meant; or else put it into content/figures.yaml with its source, and write [#its-id].`
      : 'Put it into content/figures.yaml with its source, and write [#its-id].';
  return `a percentage or a sum of money stands in the text, and is no figure. Found: ${shown(found)}. ${write} If it is nobody's figure, such as a sum that a reader would fill in, say so in content/not-figures.yaml.`;
}

/** Where `words` stand in a text, as both are read. */
function placesOf(words: string, { text }: Readable): { from: number; to: number }[] {
  const sought = readable(words).text.trim();
  const places: { from: number; to: number }[] = [];
  for (let at = text.indexOf(sought); sought && at >= 0; at = text.indexOf(sought, at + 1)) {
    places.push({ from: at, to: at + sought.length });
  }
  return places;
}

/** What content/not-figures.yaml spares that is not there, or that is no sum at all. */
function staleMistakes(
  { file, written }: ReadFile,
  files: readonly ContentFile[],
  allowed: readonly NotFigure[],
): ContentMistake[] {
  return allowed.flatMap(({ text: words, in: name }, index) => {
    const line = written.lineOf([index, 'text']);
    const there = files.find((one) => one.file === `content/${name}`);
    if (!there) {
      const allowedNames = 'a file below content/, such as "pages/corrections.mdx"';
      const wrong = { field: `${index}.in`, found: shown(name), allowed: allowedNames };
      return [{ file, line: written.lineOf([index, 'in']), sentence: wrongField(wrong) }];
    }
    if (findSums(readable(words).text).length === 0) {
      const sentence = `this holds no percentage and no sum of money. Found: ${shown(words)}. Write the words around the number with it, or delete the entry.`;
      return [{ file, line, sentence }];
    }
    const text = readable(withoutComments(there.file, there.text));
    if (placesOf(words, text).length > 0) return [];
    const sentence = `content/${name} doesn't say this any more. Found: ${shown(words)}. Write it as it stands there, or delete the entry.`;
    return [{ file, line, sentence }];
  });
}

/** A unit that stands beside a figure, which has its own. */
const UNIT_BESIDE = /^ ?(?:[%\p{Sc}]|per ?cent\b)/u;

/** What a text ends with, before a name in an attribute of a tag or in the words for a picture. */
const IN_ATTRIBUTE = /<[a-z][^<>]*=\s*(?:"[^"<>]*|'[^'<>]*)$|!\[[^\]\n]*$/i;

/** Names of figures that print nothing, or not what they should. */
function nameMistakes(
  { file, text }: ContentFile,
  uncommented: string,
  figures: Figures,
): ContentMistake[] {
  if (!uncommented.includes('[#')) return [];
  const seen = uncommented.replace(/^(`{3,}|~{3,}).*?^\1|`[^`\n]*`/gms, blank);
  const isText = /\.mdx?$/.test(file);
  const named = namedIn(seen).flatMap(({ id, index }) => {
    const line = lineAt(text, index);
    const behind = seen.slice(index + id.length + 3);
    const tell = (sentence: string) => [{ file, line, sentence }];
    if (!Object.hasOwn(figures, id)) {
      return tell(
        `there is no such figure. Found: [#${id}]. Allowed: an id of content/figures.yaml${near(id, figures)}.`,
      );
    }
    if (isText && IN_ATTRIBUTE.test(seen.slice(bodyOf(seen), index))) {
      return tell(
        `a figure is printed in a text alone, and not in an attribute or in the words for a picture. Found: [#${id}]. Put it into the text.`,
      );
    }
    if (isText && /^\(/.test(behind)) {
      return tell(`a figure is no link by itself. Found: [#${id}](. Write [[#${id}]](.`);
    }
    if (isText && /^:/.test(behind) && /(?:^|\n) {0,3}$/.test(seen.slice(0, index))) {
      return tell(
        `a line that begins with a figure and a colon is no text in Markdown. Found: [#${id}]:. Begin it with a word.`,
      );
    }
    if (UNIT_BESIDE.test(behind) || /\p{Sc} ?$/u.test(seen.slice(0, index))) {
      return tell(
        `a figure prints its unit itself. Found: a second one beside [#${id}]. Delete it.`,
      );
    }
    return [];
  });
  const bent = [...seen.matchAll(/\[# ?(?![a-z0-9-]+\])[\p{L}\p{N}_ -]{1,60}\](?!\()/gu)].map(
    ({ 0: found, index }) => ({
      file,
      line: lineAt(text, index),
      sentence: `this names no figure. Found: ${shown(found)}. Allowed: [#id], with an id of content/figures.yaml.`,
    }),
  );
  return [...named, ...bent];
}

/** Where the text of an article or a page begins, behind its front matter. */
function bodyOf(text: string): number {
  const matter = FRONT_MATTER.exec(text);
  return matter ? matter.index + matter[0].length : 0;
}

/** The ids that begin as `id` does, for somebody who mistyped one. */
function near(id: string, figures: Figures): string {
  const start = id.split('-')[0] ?? '';
  const like = Object.keys(figures).filter((one) => one.startsWith(`${start}-`));
  return like.length > 0 ? `, such as ${like.slice(0, 5).join(', ')}` : '';
}

/** An article that prints a figure cites where it comes from. */
function citingMistakes({ file, text, written }: ReadFile, figures: Figures): ContentMistake[] {
  if (!/^content\/articles\//.test(file)) return [];
  const { sources } = Object(written.data);
  const cited = new Set([...(Array.isArray(sources) ? sources : []), ...idsIn(text)]);
  return namedIn(text).flatMap(({ id, index }) => {
    const source = figures[id]?.source;
    if (source === undefined || cited.has(source)) return [];
    const sentence = `this figure's source is not cited. Found: [#${id}]. Write [@${source}] behind it, and ${source} into "sources".`;
    return [{ file, line: lineAt(text, index), sentence }];
  });
}

/** What is wrong between figures, their sources, and the groups that they stand in. */
function factMistakes({ file, written }: ReadFile, known: ContentTargets): ContentMistake[] {
  const { figures = {}, sources, figureGroups } = known;
  const tell = (id: string, field: string, sentence: string) => ({
    file,
    line: written.lineOf([id, field]),
    sentence,
  });
  const wrong = Object.entries(figures).flatMap(([id, { source, about }]) => {
    const told: ContentMistake[] = [];
    const demand = (field: string, found: string, names: ReadonlySet<string>, allowed: string) => {
      if (names.has(found)) return;
      const sentence = wrongField({ field: `${id}.${field}`, found: shown(found), allowed });
      told.push(tell(id, field, sentence));
    };
    if (sources) demand('source', source, sources, 'a key of content/sources.yaml');
    if (figureGroups) {
      const names = `${[...figureGroups].join(', ')} ("figures.groups" in content/reading.yaml)`;
      demand('about', about, figureGroups, names);
    }
    return told;
  });
  const twice = sameFacts(figures).map(({ id, other, why: reason }) => {
    const same =
      reason === 'words'
        ? 'counts the same, of the same people, at the same time'
        : 'has the same value from the same source, for much the same';
    const sentence = `two figures are for one fact: "${id}" ${same} as "${other}". Keep one of them, or say in "says", "whom", or "when" what tells them apart.`;
    return tell(id, 'says', sentence);
  });
  return [...wrong, ...twice];
}

/** A text without what its writers note for each other, character for character. */
function withoutComments(file: string, text: string): string {
  if (!/\.mdx?$/.test(file)) return withoutNotes(text);
  const [matter = ''] = FRONT_MATTER.exec(text) ?? [];
  const start = matter === '' ? 0 : text.indexOf(matter);
  const end = start + matter.length;
  const body = text.slice(end).replace(/\{\/\*.*?\*\/\}|<!--.*?-->/gs, blank);
  return text.slice(0, start) + withoutNotes(matter) + body;
}

/** Before a scalar, as the lexer of YAML marks it. */
const SCALAR = '\u001F';

/** What that lexer adds, and no text has. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);

function withoutNotes(yaml: string): string {
  if (!yaml.includes('#')) return yaml;
  let before = '';
  let rest = '';
  for (const token of new Lexer().lex(yaml)) {
    const isNote = token.startsWith('#') && before !== SCALAR;
    if (!MARKS.has(token)) rest += isNote ? blank(token) : token;
    before = token;
  }
  return rest.length === yaml.length ? rest : yaml;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
