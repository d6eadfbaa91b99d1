import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf, spokenOf } from '../../../src/quiz/engine/result.ts';
import { type Six, TYPES, type Type } from '../../../src/quiz/engine/types.ts';
import {
  contradicts,
  drainsBeside,
  kindsIn,
  sharedWord,
  suitedBy,
} from '../../../src/quiz/kinds-of-work.ts';
import { typesSchema } from '../../../src/quiz/types-schema.ts';
import { mistakesIn } from '../site/mistakes.ts';
import { anInterview, interview } from './answers.ts';
import { TYPE_WORDS, WRITTEN_TYPES } from './content.ts';

const { kinds, plainWords } = typesSchema.parse(WRITTEN_TYPES);

/** All sets of types that could stand together: pairs, triples, and one with a level fourth. */
const COMBINATIONS = subsetsOf(TYPES).filter(({ length }) => length >= 2 && length <= 4);

function subsetsOf(types: readonly Type[]): readonly (readonly Type[])[] {
  const [first, ...others] = types;
  if (first === undefined) return [[]];
  const without = subsetsOf(others);
  return [...without, ...without.map((set) => [first, ...set])];
}

const nameOf = (type: Type) => TYPE_WORDS[type].name;

/** Each card of `shown` beside each other one: what drains the one, and what suits the other. */
function pairsOf(shown: readonly Type[]) {
  return shown.flatMap((drained) =>
    shown.flatMap((suited) =>
      drainsBeside(drained, shown, TYPE_WORDS).map((drain) => ({
        drain,
        suits: TYPE_WORDS[suited].suits,
        short: TYPE_WORDS[suited].short,
      })),
    ),
  );
}

describe('the cards of a result', () => {
  it('are 15 pairs, 20 triples and 15 sets of four', () => {
    expect(COMBINATIONS).toHaveLength(15 + 20 + 15);
  });

  it.each(COMBINATIONS.map((shown) => ({ names: shown.map(nameOf).join(', '), shown })))(
    'never contradict each other: $names',
    ({ shown }) => {
      for (const { drain, suits, short } of pairsOf(shown)) {
        const suited = suits.flatMap(({ about }) => about);
        expect(drain.about.filter((kind) => suited.includes(kind))).toEqual([]);
        // What the words say, whatever the tags are.
        const liked = [...suits.map(({ text }) => text), short].join(' ');
        const spoken = [...kindsIn(liked, kinds).keys()];
        expect(
          [...kindsIn(drain.text, kinds).keys()].filter((kind) => spoken.includes(kind)),
        ).toEqual([]);
        expect([drain.text, sharedWord(drain.text, liked, plainWords)]).toEqual([
          drain.text,
          undefined,
        ]);
      }
    },
  );

  it('each have something left that would not suit', () => {
    for (const shown of COMBINATIONS) {
      for (const type of shown) {
        expect([shown.map(nameOf), drainsBeside(type, shown, TYPE_WORDS).length > 0]).toEqual([
          shown.map(nameOf),
          true,
        ]);
      }
    }
  });

  it('lose no more than what is contradicted', () => {
    for (const type of TYPES) {
      expect(drainsBeside(type, [type], TYPE_WORDS)).toEqual(TYPE_WORDS[type].drains);
      for (const drain of TYPE_WORDS[type].drains) {
        expect(contradicts(suitedBy(drain, TYPE_WORDS), [type])).toBe(false);
      }
    }
  });

  it('are of one of these sets, whatever the answers', () => {
    const known = new Set(COMBINATIONS.map((set) => set.join()));
    fc.assert(
      fc.property(anInterview, ({ person, length }) => {
        const result = resultOf(interview(person, length).answers);
        if (result.kind !== 'profile') return;
        const { leading, fourth } = spokenOf(result);
        const named = fourth === undefined ? leading : [...leading, fourth];
        expect(named.length === 1 || known.has(named.toSorted().join())).toBe(true);
      }),
    );
  });
});

describe('kindsIn', () => {
  const some = { selling: ['sell*', 'deal'], care: ['care', 'look* after'] };

  it.each([
    ['Selling all day', ['selling']],
    ['A resell shop', []],
    ['Big deals', []],
    ['careful work', []],
    ['You care; they SELL.', ['selling', 'care']],
    ['Looking after people', ['care']],
  ])('finds in %j the kinds %j', (text, found) => {
    expect([...kindsIn(text, some).keys()]).toEqual(found);
  });

  it('takes any word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, word) => {
        expect(kindsIn(text, { any: [word] }).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a contradiction that a writer adds', () => {
  type Written = {
    kinds: Record<string, string[]>;
    types: Record<string, Record<'suits' | 'drains', { about: string[]; text: string }[]>>;
  };
  const edit = (change: (types: Written) => void): readonly string[] => {
    // A copy of what the schema above has taken.
    const copy = structuredClone(WRITTEN_TYPES) as Written;
    change(copy);
    return mistakesIn(typesSchema, copy);
  };
  const drain = (type: string, about: string[], text: string) =>
    edit(({ types }) => types[type]?.drains.push({ about, text }));

  it('is not in the site’s own words', () => {
    expect(mistakesIn(typesSchema, WRITTEN_TYPES)).toEqual([]);
  });

  it('is told where a word has no tag', () => {
    expect(drain('realistic', ['helping'], 'Helping people sell their houses.')).toEqual([
      'types.realistic.drains.3.about: Found: "Helping people sell their houses.", which speaks of selling ("sell") without its tag. Allowed: a tag for each kind, so add selling.',
    ]);
  });

  it('is left out where it has its tag', () => {
    expect(drain('realistic', ['selling'], 'Selling from stall to stall.')).toEqual([]);
  });

  it('is told where the tag has no word, or there is no such kind', () => {
    expect(drain('social', ['selling'], 'Hawking used cars.')).toEqual([
      'types.social.drains.3.about: Found: selling, of which "Hawking used cars." has no word. Allowed: kinds that the text speaks of; a new word goes into kinds.selling.',
    ]);
    expect(drain('social', ['hawking'], 'Hawking used cars.')[0]).toMatch(
      /^types\.social\.drains\.3\.about: Found: "hawking"\. Allowed: hands-on, research, /,
    );
  });

  it('is told where a type is drained by what suits it', () => {
    expect(drain('enterprising', ['selling'], 'Selling all day.')).toEqual([
      'types.enterprising.drains.3: Found: "Selling all day.", which is about selling, and Enterprising suits selling too. Allowed: what does not suit the same type.',
    ]);
  });

  it('is told where it hides in a word that no kind has', () => {
    expect(
      edit(({ types }) => {
        types['enterprising']?.suits.push({ about: ['selling'], text: 'Selling and bartering.' });
        types['realistic']?.drains.push({ about: ['helping'], text: 'Helping people barter.' });
      }),
    ).toEqual([
      'types.realistic.drains.3: Found: "Helping people barter.", which speaks of "barter" as what suits Enterprising does. Allowed: a tag that both have, or another word; one that says nothing about the work goes into plainWords.',
    ]);
  });

  it('is told where nothing would be left of a type’s drains', () => {
    const mistakes = edit(({ types }) => {
      const conventional = types['conventional'];
      if (conventional) conventional.drains = conventional.drains.slice(0, 1);
    });
    expect(mistakes).toEqual([
      'types.conventional.drains: Found: nothing that is left beside Artistic, because each drain suits one of them. Allowed: at least one drain that suits none of them.',
    ]);
  });

  it('is told where a type likes what nothing of it suits', () => {
    const mistakes = edit(({ types }) => {
      Object.assign(types['social'] ?? {}, { short: 'helping people sell their houses' });
    });
    expect(mistakes).toEqual([
      'types.social.short: Found: "sell", which is selling. Allowed: only what social.suits is about.',
    ]);
  });

  it('is found between any two types, by its tag', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fc.constantFrom(...TYPES), (drained, suited) => {
        fc.pre(drained !== suited);
        const [line] = TYPE_WORDS[suited].suits;
        if (!line) return;
        const all = TYPES.map((type) =>
          type === drained
            ? { ...TYPE_WORDS[type], drains: [...TYPE_WORDS[type].drains, line] }
            : TYPE_WORDS[type],
        );
        // TYPES are six.
        const left = drainsBeside(
          drained,
          [drained, suited],
          all as unknown as Six<(typeof all)[0]>,
        );
        expect(left).not.toContain(line);
      }),
    );
  });
});
