import { z } from 'zod';
import { shown } from '../site/content-error.ts';
import { MOST_SPOKEN } from './engine/result.ts';
import { sixOf, TYPE_LETTERS, TYPES, type Type } from './engine/types.ts';
import {
  drainsBeside,
  type Kinds,
  kindsIn,
  sharedWord,
  suitedBy,
  type WorkLine,
} from './kinds-of-work.ts';

const text = z.string().trim().min(1);

const workLine = z.strictObject({ about: z.array(text).min(1), text });

const typeWords = z.strictObject({
  letter: z.enum(TYPE_LETTERS),
  name: text,
  /** What a person of this type likes, to follow "You lean toward". */
  short: text,
  /** A sentence: what people of this type often say. */
  said: text,
  suits: z.array(workLine).min(1),
  drains: z.array(workLine).min(1),
  atWork: text,
  /** The file in content/articles, without its ending. */
  article: text,
});

/** What the site says about one type. */
export type TypeWords = z.output<typeof typeWords>;

const file = z.strictObject({
  /** The words of each kind of work that suits or drains somebody. */
  kinds: z.record(z.string(), z.array(text).min(1)),
  /** Words that what drains one type and what suits another may share. */
  plainWords: z.array(text),
  types: z.strictObject({
    realistic: typeWords.extend({ letter: z.literal('R') }),
    investigative: typeWords.extend({ letter: z.literal('I') }),
    artistic: typeWords.extend({ letter: z.literal('A') }),
    social: typeWords.extend({ letter: z.literal('S') }),
    enterprising: typeWords.extend({ letter: z.literal('E') }),
    conventional: typeWords.extend({ letter: z.literal('C') }),
  }),
});

type Types = z.output<typeof file>['types'];

/** Where a mistake is, below `types`, and what its writer is told. */
type TypesMistake = readonly [path: readonly (string | number)[], message: string];

/**
 * content/quiz/types.yaml: what the six types mean, in Holland's order, and the kinds of work in it.
 * No type may be drained by what suits it, and what suits another type is told by its tags, which
 * have to agree with the words.
 */
export const typesSchema = file.superRefine(({ kinds, plainWords, types }, context) => {
  const mistakes = [...untagged(types, kinds), ...selfDrained(types), ...shared(types, plainWords)];
  for (const [path, message] of mistakes.length ? mistakes : undrained(types)) {
    context.addIssue({ code: 'custom', path: ['types', ...path], message });
  }
});

/** Tags that are missing or unfounded, and what a type is said to like but nothing of it suits. */
function untagged(types: Types, kinds: Kinds): readonly TypesMistake[] {
  return Object.entries(types).flatMap(([key, { short, suits, drains }]) => {
    const suited = new Set(suits.flatMap(({ about }) => about));
    const liked = [...kindsIn(short, kinds)].filter(([kind]) => !suited.has(kind));
    return [
      ...Object.entries({ suits, drains }).flatMap(([list, lines]) =>
        lines.flatMap((line, place) =>
          tagMistakes(line, kinds).map(
            (message): TypesMistake => [[key, list, place, 'about'], message],
          ),
        ),
      ),
      ...liked.map(
        ([kind, word]): TypesMistake => [
          [key, 'short'],
          `Found: ${shown(word)}, which is ${kind}. Allowed: only what ${key}.suits is about.`,
        ],
      ),
    ];
  });
}

/** What drains a type and suits the same one. */
function selfDrained(types: Types): readonly TypesMistake[] {
  return Object.entries(types).flatMap(([key, { name, suits, drains }]) => {
    const suited = suits.flatMap(({ about }) => about);
    return drains.flatMap(({ about, text: line }, place): readonly TypesMistake[] => {
      const kind = about.find((each) => suited.includes(each));
      if (kind === undefined) return [];
      const message = `Found: ${shown(line)}, which is about ${kind}, and ${name} suits ${kind} too. Allowed: what does not suit the same type.`;
      return [[[key, 'drains', place], message]];
    });
  });
}

/** Drains that speak of the same as what suits another type, in a word that no tag covers. */
function shared(types: Types, plainWords: readonly string[]): readonly TypesMistake[] {
  const all = sixOf(Object.values(types));
  return Object.entries(types).flatMap(([key, { drains }]) =>
    drains.flatMap((drain, place) =>
      TYPES.flatMap((other): readonly TypesMistake[] => {
        if (all[other].drains === drains || suitedBy(drain, all).includes(other)) return [];
        const texts = all[other].suits.map((suit) => suit.text);
        const word = sharedWord(drain.text, [...texts, all[other].short].join(' '), plainWords);
        if (word === undefined) return [];
        const message = `Found: ${shown(drain.text)}, which speaks of ${shown(word)} as what suits ${all[other].name} does. Allowed: a tag that both have, or another word; one that says nothing about the work goes into plainWords.`;
        return [[[key, 'drains', place], message]];
      }),
    ),
  );
}

/** Types that have no drain left beside some others. */
function undrained(types: Types): readonly TypesMistake[] {
  const all = sixOf(Object.values(types));
  return TYPES.flatMap((type): readonly TypesMistake[] => {
    const left = besides(type).find((beside) => !drainsBeside(type, beside, all).length);
    const key = Object.keys(types)[type];
    if (!left || key === undefined) return [];
    const others = left.map((other) => all[other].name).join(' and ');
    const message = `Found: nothing that is left beside ${others}, because each drain suits one of them. Allowed: at least one drain that suits none of them.`;
    return [[[key, 'drains'], message]];
  });
}

function tagMistakes({ about, text: line }: WorkLine, kinds: Kinds): readonly string[] {
  const found = kindsIn(line, kinds);
  const missing = [...found].flatMap(([kind, word]) =>
    about.includes(kind)
      ? []
      : [
          `Found: ${shown(line)}, which speaks of ${kind} (${shown(word)}) without its tag. Allowed: a tag for each kind, so add ${kind}.`,
        ],
  );
  const unfounded = about.flatMap((kind) => {
    if (!Object.hasOwn(kinds, kind)) {
      return [`Found: ${shown(kind)}. Allowed: ${Object.keys(kinds).join(', ')}.`];
    }
    if (found.has(kind)) return [];
    return [
      `Found: ${kind}, of which ${shown(line)} has no word. Allowed: kinds that the text speaks of; a new word goes into kinds.${kind}.`,
    ];
  });
  return [...missing, ...unfounded];
}

/** All sets of other types that may be named beside `type`. */
function besides(type: Type): readonly (readonly Type[])[] {
  const others = TYPES.filter((other) => other !== type);
  const sets = others.reduce<readonly (readonly Type[])[]>(
    (smaller, other) => smaller.concat(smaller.map((set) => [...set, other])),
    [[]],
  );
  return sets.filter(({ length }) => length < MOST_SPOKEN);
}
