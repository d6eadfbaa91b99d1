import { ContentError, shown } from '../../site/content-error.ts';
import type { CommonTitles } from '../comparison/common-titles-schema.ts';
import type { TitleData } from '../comparison/title-search.ts';
import { six } from '../engine/types.ts';
import { type OccupationData, SCORE_DIGITS } from './occupations.ts';
import type { OccupationRow } from './onet-tables.ts';

/**
 * Most characters of what an occupation does. With so many, all 923 occupations take less than
 * 30 KB after Brotli.
 */
const DOES_LENGTH = 76;

/** Words that a description must not break off after. */
const DANGLING =
  /[\s,;:(]+(?:and|or|and\/or|of|the|a|an|to|in|on|at|by|for|from|with|as|such|using|that|which|their|other|including|into|is|are|be|through|within|between|under)?$/i;

/** The occupations in columns, in the order of `rows`: what the browser loads near a result. */
export function encodeOccupations(rows: readonly OccupationRow[]): OccupationData {
  return {
    titles: rows.map(({ title }) => title),
    codes: rows.map(({ code }) => code.replace(/\D/g, '')).join(''),
    zones: rows.map(({ zone }) => zone).join(''),
    interests: six((type) => rows.map(({ interests }) => digit(interests[type])).join('')),
    does: rows.map(({ description }) => beginning(description)),
  };
}

/**
 * All titles, their occupations by their place in `rows`: what the browser loads when somebody starts
 * to type. Throws an Error for a title whose occupation is not in `rows`.
 */
export function encodeTitles(
  rows: readonly OccupationRow[],
  reported: readonly { readonly code: string; readonly title: string }[],
  { levels, titles }: CommonTitles,
): TitleData {
  const lists = new Map(rows.map(({ code }) => [code, [] as string[]]));
  for (const { code, title } of reported) {
    const list = lists.get(code);
    if (!list) {
      throw new Error(
        `reported-titles.tsv: "${title}" is of ${code}. Allowed: a soc_code of occupations.tsv.`,
      );
    }
    list.push(title);
  }
  const placeOf = (occupation: string, title: string | undefined): number => {
    const allowed = allowedOccupation(occupation, rows);
    if (allowed === undefined) return rows.findIndex((row) => nameOf(row) === occupation);
    throw new ContentError({
      file: 'content/quiz/titles.yaml',
      field: `occupations of "${title}"`,
      found: shown(occupation),
      allowed,
    });
  };
  return {
    reported: [...lists.values()].map((list) => list.join('\n')),
    common: titles.map((row) => ({
      titles: row.titles,
      occupations: row.occupations.map((occupation) => placeOf(occupation, row.titles[0])),
    })),
    levels,
  };
}

/** An occupation as content/quiz/titles.yaml names it. */
function nameOf({ code, title }: OccupationRow): string {
  return `${code} ${title}`;
}

/** What a common title may name in place of `occupation`; nothing where that is one of `rows`. */
export function allowedOccupation(
  occupation: string,
  rows: readonly OccupationRow[],
): string | undefined {
  const [code = ''] = occupation.split(' ');
  const same = rows.find((row) => row.code === code);
  if (same && nameOf(same) === occupation) return undefined;
  return same
    ? shown(nameOf(same))
    : 'a soc_code of onet/occupations.tsv and its title, such as "29-1141.00 Registered Nurses"';
}

/** A score as one digit: tenths above 1.0. */
function digit(score: number): string {
  return SCORE_DIGITS.charAt(Math.round(score * 10) - 10);
}

/** The first sentence of a description, or as many of its words as there is room for, and "…". */
export function beginning(description: string): string {
  const [sentence = ''] = description.split(/(?<=\.)\s+(?=[A-Z])/);
  if (sentence.length <= DOES_LENGTH) return sentence;
  const words = sentence.slice(0, DOES_LENGTH).replace(/\S*$/, '');
  let kept = words;
  for (let next = kept.replace(DANGLING, ''); next !== kept; next = kept.replace(DANGLING, '')) {
    kept = next;
  }
  return `${kept}…`;
}
