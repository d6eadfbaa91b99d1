/**
 * How often the quiz names the first type of a 48-item form, on real people's answers to that form:
 * `npm run bench:quiz -- PATH_TO_RESPONSES.csv.gz`. The quiz's four questions a type are played by
 * items 2, 4, 6 and 8; "held out" are the other four, which it never asks.
 */
import { jobFitOf } from '../../src/quiz/comparison/job-fit.ts';
import { ESTIMATED_MODEL, MODEL } from '../../src/quiz/engine/model.ts';
import { pickClosestRanks } from '../../src/quiz/engine/pick-closest-ranks.ts';
import { COURSE, type Course, LENGTHS } from '../../src/quiz/engine/session.ts';
import { type Six, six } from '../../src/quiz/engine/types.ts';
import { loadOccupationRows } from '../../src/quiz/occupations/load.ts';
import { correlation } from '../../src/quiz/occupations/matching.ts';
import type { OccupationRow } from '../../src/quiz/occupations/onet-tables.ts';
import {
  agreement,
  commonestFirst,
  type FirstTwo,
  firstTwoOf,
  pairedError,
  recallMean,
  seededRandom,
} from './quiz/agreement.ts';
import { BANK, fixedInterview, interview, type Verdict } from './quiz/interview.ts';
import { markdownTable, share } from './quiz/markdown.ts';
import { FORM_ITEMS, type FormAnswers, readResponses } from './quiz/responses.ts';

/** How many people the main table is about: the first of the file. */
const PEOPLE = 6000;
const SEED = 20261123;

const REFERENCE: Course = { pick: pickClosestRanks, model: ESTIMATED_MODEL };

const QUIZZES: readonly { name: string; ask: (form: FormAnswers) => Verdict }[] = [
  { name: '6', ask: (form) => interview(form, 6, COURSE) },
  { name: '12, two of each type, no picking', ask: (form) => fixedInterview(form, 2, MODEL) },
  { name: '12, picked by the reference rule', ask: (form) => interview(form, 12, REFERENCE) },
  { name: '**12, picked**', ask: (form) => interview(form, 12, COURSE) },
  { name: '18, picked by the reference rule', ask: (form) => interview(form, 18, REFERENCE) },
  { name: '18, picked', ask: (form) => interview(form, 18, COURSE) },
  { name: '24', ask: (form) => interview(form, 24, COURSE) },
];

/** From the reference rule to the quiz, one change at a time. */
const STEPS: readonly { name: string; course: Course }[] = [
  { name: 'reference rule', course: REFERENCE },
  { name: 'largest gain', course: { ...COURSE, model: ESTIMATED_MODEL } },
  { name: 'largest gain, wider prior (the quiz)', course: COURSE },
];

interface Person {
  readonly form: FormAnswers;
  readonly whole: FirstTwo;
  readonly heldOut: FirstTwo;
}

const ITEMS = Array.from({ length: FORM_ITEMS }, (_, item) => item);
const HELD_OUT = ITEMS.filter((item) => !BANK.includes(item));

function mainTable(people: readonly Person[]): string {
  const rows = QUIZZES.map(({ name, ask }) => {
    const firsts = people.map(({ form }) => ask(form).first);
    const forms = [people.map(({ whole }) => whole), people.map(({ heldOut }) => heldOut)];
    const cells = forms
      .map((form) => agreement(firsts, form))
      .flatMap(({ same, inFirstTwo }) => [share(same), share(inFirstTwo)]);
    return [name, ...cells];
  });
  return markdownTable(
    ['questions', 'same first type', 'in first two', 'held out: same', 'held out: in first two'],
    rows,
  );
}

/** The rules with 12 questions, each with what it gains over the one above it. */
function stepsTable(people: readonly Person[]): string {
  const wholes = people.map(({ whole }) => whole);
  const outcomes = STEPS.map(({ name, course }) => {
    const firsts = people.map(({ form }) => interview(form, 12, course).first);
    const isFirst = wholes.map(([first], person) => firsts[person] === first);
    const isInTwo = wholes.map((two, person) => two.some((type) => type === firsts[person]));
    return { name, firsts, isFirst, isInTwo };
  });
  const gain = (own: readonly boolean[], above: readonly boolean[] | undefined) => {
    if (above === undefined) return '';
    const hits = (right: readonly boolean[]) => right.filter(Boolean).length / right.length;
    const difference = hits(own) - hits(above);
    return `${difference < 0 ? '' : '+'}${share(difference, 3)} ± ${share(pairedError(own, above), 3)}`;
  };
  const rows = outcomes.map(({ name, firsts, isFirst, isInTwo }, index) => {
    const above = outcomes[index - 1];
    const { same, inFirstTwo } = agreement(firsts, wholes);
    const heldOut = agreement(
      firsts,
      people.map((person) => person.heldOut),
    );
    return [
      name,
      share(same, 3),
      gain(isFirst, above?.isFirst),
      share(inFirstTwo, 3),
      gain(isInTwo, above?.isInTwo),
      share(heldOut.same, 3),
      share(heldOut.inFirstTwo, 3),
      share(recallMean(firsts, wholes), 3),
    ];
  });
  return markdownTable(
    [
      '12 questions',
      'same first',
      'gain ± standard error',
      'in first two',
      'gain ± standard error',
      'held out: same',
      'held out: in first two',
      'recall, mean of six types',
    ],
    rows,
  );
}

/** How often the first type agrees, by how far it is ahead of the second, and by what is told. */
function surenessTable(people: readonly Person[], length: number): string {
  const all = people.map((person) => ({ ...person, ...interview(person.form, length, COURSE) }));
  const bands = [0, 0.5, 1, 1.5, Number.POSITIVE_INFINITY];
  const groups = [
    ...bands.slice(1).map((upTo, band) => {
      const from = bands[band] ?? 0;
      return {
        name: Number.isFinite(upTo) ? `z ${from} to ${upTo}` : `z ${from} and more`,
        group: all.filter(({ z }) => z >= from && z < upTo),
      };
    }),
    ...(['clear', 'close'] as const).map((lead) => ({
      name: `told: ${lead}`,
      group: all.filter(
        ({ result }) => result.kind === 'profile' && result.ranks[0]?.lead === lead,
      ),
    })),
    { name: 'told: none stands out', group: all.filter(({ result }) => result.kind !== 'profile') },
  ];
  const rows = groups.map(({ name, group }) => {
    const firsts = group.map(({ first }) => first);
    const heldOut = group.map((person) => person.heldOut);
    const forms = [group.map(({ whole }) => whole), heldOut];
    const cells = forms
      .map((form) => agreement(firsts, form))
      .flatMap(({ same, inFirstTwo }) => [share(same), share(inFirstTwo)]);
    return [name, share(group.length / all.length), ...cells, share(commonestFirst(heldOut))];
  });
  return markdownTable(
    [
      `${length} questions`,
      'people',
      'same first type',
      'in first two',
      'held out: same',
      'held out: in first two',
      'held out: one type for all',
    ],
    rows,
  );
}

/** How often a job has the same label (best, great, weak, poor) as with the answers of a form. */
function labelsTable(people: readonly Person[], occupations: readonly OccupationRow[]): string {
  const random = seededRandom(SEED);
  const told = people.flatMap((person) => {
    const { result, profile } = interview(person.form, 12, COURSE);
    const job = occupations[Math.floor(random() * occupations.length)];
    return result.kind === 'profile' && job ? [{ person, profile, job: job.interests }] : [];
  });
  const labelOf = (profile: Six<number>, job: Six<number>) =>
    jobFitOf(correlation(profile, job) ?? 0);
  const sumsOf = (form: FormAnswers, items: readonly number[]) =>
    six((type) => items.reduce<number>((sum, item) => sum + (form[type][item] ?? 0), 0));
  const same = (items: readonly number[]) =>
    share(
      told.filter(
        ({ person, profile, job }) =>
          labelOf(profile, job) === labelOf(sumsOf(person.form, items), job),
      ).length / told.length,
    );
  return markdownTable(
    ['12 questions', 'all 48 items', 'held out'],
    [['same label for a random occupation', same(ITEMS), same(HELD_OUT)]],
  );
}

async function main(): Promise<void> {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) {
    throw new Error(
      'Give one path, that of responses.csv.gz: npm run bench:quiz -- PATH_TO_RESPONSES.csv.gz',
    );
  }
  const random = seededRandom(SEED);
  const people = (await readResponses(path)).map(
    (form): Person => ({
      form,
      whole: firstTwoOf(form, ITEMS, random),
      heldOut: firstTwoOf(form, HELD_OUT, random),
    }),
  );
  const first = people.slice(0, PEOPLE);
  console.log(`The first ${first.length.toLocaleString('en-US')} people\n\n${mainTable(first)}\n`);
  for (const length of LENGTHS) console.log(`${surenessTable(first, length)}\n`);
  console.log(`${labelsTable(first, await loadOccupationRows())}\n`);
  for (const [parity, name] of ['even', 'odd'].entries()) {
    const half = people.filter((_, person) => person % 2 === parity);
    const count = half.length.toLocaleString('en-US');
    console.log(`${count} people with ${name} numbers\n\n${stepsTable(half)}\n`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
