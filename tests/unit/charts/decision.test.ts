import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSchema } from '../../../src/charts/schema.ts';
import { catalogOf } from '../../../src/messages/composer/catalog.ts';
import { draftOf } from '../../../src/messages/composer/draft.ts';
import { ACTS, type Act, weigh } from '../../../src/plan/places/act.ts';
import type { Commitment } from '../../../src/plan/places/commitment.ts';
import type { Place } from '../../../src/plan/places/schema.ts';
import { filesOf, read } from '../content/written-content.ts';
import { writtenMessages } from '../messages/written-messages.ts';
import { anyCommitment } from '../plan/places/any-commitment.ts';
import { CLAUSE_RULES, lawIn, PLACES } from '../plan/places/written-places.ts';

/** Somebody who asks whether to tell them today. */
interface Reader {
  readonly place: Place;
  readonly commitment: Commitment;
  readonly sure: boolean;
  readonly started: boolean;
  readonly soon: boolean;
  /** A public job, or a union contract. */
  readonly public: boolean;
}

const catalog = catalogOf(writtenMessages(), PLACES, CLAUSE_RULES);
const [file] = filesOf('charts/tell-them-today.yaml');
const chart = read(chartSchema, file?.file ?? '', file?.data);
const questions = chart.kind === 'decision' ? chart.questions : [];

/** Not answered no: "not sure" is looked up, or counts as a yes. */
const has = ({ clauses }: Commitment, clause: keyof Commitment['clauses']) =>
  (clauses[clause] ?? 'no') !== 'no';

/** What a list of places calls `place`: the last part of its name. */
const shortName = ({ name }: Place) => name.replace(/^.*: /, '');

/** The words of the exit that a reader takes at each question; `undefined` if they go on. */
const ANSWERS: readonly (readonly [ask: RegExp, exit: (reader: Reader) => string | undefined])[] = [
  [/^Are you sure/, ({ sure }) => (sure ? undefined : 'Not yet')],
  [
    /^Does one of these/,
    ({ commitment, place, public: isPublic }) => {
      const { job } = commitment;
      if (has(commitment, 'visa')) return 'visa';
      if (has(commitment, 'military')) return 'military';
      if (job === 'licensed') return 'license';
      if (job === 'texasTeacher') return 'school contract';
      if (job === 'match') return 'Match';
      if (isPublic) return 'public job';
      if (has(commitment, 'no-show')) return 'sum for not starting';
      if (has(commitment, 'non-compete')) return 'competitors';
      if (place.id === 'fr') return 'France';
      if (place.id !== 'in') return undefined;
      if (has(commitment, 'fixed-term')) return 'India, also a fixed term';
      return has(commitment, 'training') ? 'a bond' : undefined;
    },
  ],
  [/^Have you started/, ({ started }) => (started ? 'Yes' : undefined)],
  [/fixed time/, ({ commitment }) => (has(commitment, 'fixed-term') ? 'not sure' : undefined)],
  [
    /^Where/,
    ({ place, commitment: { trial } }) => {
      if (place.id === 'us') return undefined;
      const name = shortName(place);
      const ofTrial = `${name} ${trial ? 'with' : 'without'} a trial`;
      const answers = questions[4]?.exits.map(({ answer }) => answer) ?? [];
      return (
        [ofTrial, name].find((one) => answers.some((answer) => answer.includes(one))) ?? 'else'
      );
    },
  ],
  [/ask for notice/, ({ commitment }) => (has(commitment, 'notice') ? 'not sure' : undefined)],
  [/within days/, ({ soon }) => (soon ? 'Yes' : 'No')],
];

/** The exit at which `reader` leaves. Throws an Error where the tree has none for them. */
function exitFor(reader: Reader) {
  for (const [index, { exits }] of questions.entries()) {
    const words = ANSWERS[index]?.[1](reader);
    if (words === undefined) continue;
    const exit = exits.find(({ answer }) => answer.includes(words));
    if (exit) return exit;
    throw new Error(`Found: no answer with "${words}" at question ${index + 1}.`);
  }
  throw new Error('Found: a reader who leaves at no question.');
}

/** The act that an exit leads to, by its link; `undefined` where it asks for none. */
function actOf({ link }: ReturnType<typeof exitFor>): Act | undefined {
  const act = /[&?]act=(\w+)/.exec(link.to)?.[1];
  if (act) return ACTS.find((one) => one === act);
  if (link.to === '/plan/tell-by/') return 'notice';
  if (link.to === '/plan/signed/' || link.to.includes('#who-do-i-ask-first')) return 'advice';
  return link.to === '/articles/phone-call-to-withdraw/' ? 'withdraw' : undefined;
}

const care = (act: Act | undefined) => (act === undefined ? Number.NaN : ACTS.indexOf(act));

const plain: Commitment = { accepted: 'signed', trial: false, job: 'ordinary', clauses: {} };
const anyReader = fc.record({
  place: fc.constantFrom(...PLACES),
  commitment: anyCommitment,
  sure: fc.constant(true),
  started: fc.constant(false),
  soon: fc.boolean(),
  public: fc.boolean(),
});

describe('the tree "Should I tell them today?"', () => {
  it('asks what this test answers', () => {
    expect(questions).toHaveLength(ANSWERS.length);
    for (const [index, [ask]] of ANSWERS.entries()) expect(questions[index]?.ask).toMatch(ask);
  });

  it('sends nobody a freer way than the tools do', () => {
    fc.assert(
      fc.property(anyReader, (reader) => {
        const { act } = weigh(reader.commitment, lawIn(reader.place.id));
        expect(care(actOf(exitFor(reader)))).toBeGreaterThanOrEqual(care(act));
      }),
      { numRuns: 2_000 },
    );
  });

  it('sends a reader with an ordinary job the very way that the tools do', () => {
    fc.assert(
      fc.property(anyReader, ({ commitment, ...reader }) => {
        const ordinary = { ...commitment, job: 'ordinary', trial: false } as const;
        const exit = exitFor({ ...reader, public: false, commitment: ordinary });
        expect(actOf(exit)).toBe(weigh(ordinary, lawIn(reader.place.id)).act);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves by every exit, and by each for a place of its own', () => {
    const readers = PLACES.flatMap((place) => {
      const base = { place, sure: true, started: false, soon: false, public: false };
      const reader = { ...base, commitment: plain };
      const clause = (id: keyof Commitment['clauses']) => ({
        ...base,
        commitment: { ...plain, clauses: { [id]: 'yes' } },
      });
      return [
        reader,
        { ...reader, sure: false },
        { ...reader, started: true },
        { ...reader, soon: true },
        { ...base, commitment: { ...plain, trial: true } },
        ...(['visa', 'no-show', 'fixed-term', 'notice'] as const).map(clause),
      ];
    });
    const taken = new Set(readers.map((reader: Reader) => exitFor(reader)));
    const all = questions.flatMap(({ exits }) => exits);
    expect(all.filter((exit) => !taken.has(exit))).toEqual([]);
  });

  it('has a letter on paper where only paper counts, and nowhere else', () => {
    for (const place of PLACES) {
      const reader = { place, sure: true, started: false, soon: false, public: false };
      const { verdict, link } = exitFor({ ...reader, commitment: plain });
      expect(verdict.includes('paper'), place.name).toBe(place.paper !== undefined);
      expect(link.to.includes('channel=letter'), place.name).toBe(place.paper !== undefined);
      if (place.paper) expect(link.to).toContain(`country=${place.id}&`);
    }
  });

  it('calls first where the first day is near, as the composer does', () => {
    const us = PLACES.filter(({ id }) => id === 'us')[0];
    if (!us) throw new Error('Found: no place "us".');
    const reader = { place: us, sure: true, started: false, public: false, commitment: plain };
    for (const soon of [true, false]) {
      const answers = { situation: 'any-reason', country: 'us', soon: soon ? 'yes' : 'no' };
      const { callsFirst } = draftOf(answers, catalog);
      expect(exitFor({ ...reader, soon }).verdict.includes('Call first')).toBe(callsFirst);
    }
  });

  it('sets the composer to the message that it names', () => {
    const links = questions.flatMap(({ exits }) => exits.map(({ link }) => link.to));
    const set = links.filter((to) => to.startsWith('/plan/say-it/#say-it?'));
    expect(set.length).toBeGreaterThan(0);
    for (const to of set) {
      const answers = Object.fromEntries(new URLSearchParams(to.split('?')[1]));
      const { act, id, channel } = draftOf(
        { country: 'uk', channel: 'email', ...answers },
        catalog,
      );
      expect({ channel: 'email', country: 'uk', ...answers }, to).toMatchObject({
        ...{ act, situation: id, channel },
      });
    }
  });
});
