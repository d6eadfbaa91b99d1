import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_MESSAGES, type ActMessage, withAct } from '../../../src/messages/act-words.ts';
import {
  CHANNELS,
  type Composition,
  compose,
  LENGTHS,
  TONES,
  textOf,
} from '../../../src/messages/compose.ts';
import { catalogOf } from '../../../src/messages/composer/catalog.ts';
import { draftOf, slotsFor } from '../../../src/messages/composer/draft.ts';
import { channelsOf, composeNote } from '../../../src/messages/messages.ts';
import { ACTS } from '../../../src/plan/places/act.ts';
import { ACCEPTANCES, JOBS } from '../../../src/plan/places/commitment.ts';
import { sentencesOf } from '../content/prose/sentences.ts';
import { CLAUSE_RULES, PLACES } from '../plan/places/written-places.ts';
import { writtenMessages } from './written-messages.ts';

const messages = writtenMessages();
const { situations, acts, notes, frames, slots } = messages;
const catalog = catalogOf(messages, PLACES, CLAUSE_RULES);
const offered = new Map(Object.entries(catalog.slots));

/** What stands between greeting and name, and the greeting and name themselves. */
function inside({ paragraphs }: Composition) {
  const texts = paragraphs.map(textOf);
  return { greeting: texts[0], name: texts.at(-1), between: texts.slice(1, -1) };
}

function expectThreeSentences(composed: Composition, what: string): string {
  const { greeting, name, between } = inside(composed);
  expect(greeting, what).toMatch(/^Dear /);
  expect(name, what).toMatch(/^Sincerely,/);
  const [text = ''] = between;
  expect(between.length, what).toBe(1);
  expect(sentencesOf(text).length, `${what}: ${text}`).toBe(3);
  expect(text).not.toMatch(/[<>{}|]| {2}| [.,:;]|\.\.|,,/);
  return text;
}

/** Each situation with each act that it can come to, in both lengths, tones, and ways of the law. */
const ways = [...situations.values()].flatMap((known) =>
  ACT_MESSAGES.filter((act) => known.started === (act === 'resign') || 'body' in acts[act]).flatMap(
    (act) =>
      TONES.flatMap((tone) =>
        [true, false].flatMap((paper) =>
          [true, false].map((signed) => ({ known, act, tone, paper, signed })),
        ),
      ),
  ),
);

/** What the law wants said to end it so, whatever the length, the tone and the reason. */
const LAW: Readonly<Record<ActMessage, (paper: boolean) => readonly RegExp[]>> = {
  withdraw: () => [/\bI am withdrawing my acceptance of the .* position, effective /],
  notice: () => [
    /\btreat this as notice under the contract and confirm the end date\b/,
    /\bIf you can release me sooner, please tell me in writing\b/,
  ],
  courtesy: () => [
    /\bnotice counts only on paper\b/,
    /\bmy signed letter is on its way\b/,
    /\bPlease confirm the end date\b/,
  ],
  release: (paper) => [
    /\brelease me from the .* position\b/,
    /\bI am not withdrawing by this message\b/,
    /\buntil you answer, I treat what we agreed as binding\b/i,
    paper ? /\bconfirm it on paper, with both our signatures\b/ : /\bconfirm it in writing\b/,
  ],
  resign: () => [/\bI am resigning from the .* position\b/, /\blast day\b/],
  open: () => [/\[This sentence depends on where the job is, so choose that first\.\]/],
  advice: () => [/\bDoes what I agreed to bind me\b/, /\bby what date\b/i, /\bsent nothing\b/],
  board: () => [
    /\bmy written resignation from my contract\b/,
    /\bIf the board's consent is needed, I ask for it\b/,
    /\bI treat my contract as in force until I have the release in writing\b/,
    /\bPlease confirm the day on which you received this\b/,
  ],
  waiver: () => [
    /\bhow I request a waiver\b/,
    /\bonly the NRMP can waive the commitment\b/,
    /\bapplied for (or|and) agreed to (any|no)thing elsewhere\b/,
  ],
};

describe('an email of three sentences', () => {
  it('has three between greeting and name, for each situation, act, tone and form, filled in or not', () => {
    expect(ways.length).toBeGreaterThan(300);
    for (const { known, act, ...how } of ways) {
      const message = withAct(known, act, acts, 'short');
      if (!channelsOf(message).includes('email')) continue;
      const filled = Object.fromEntries([...slots.keys()].map((id) => [id, 'x']));
      for (const values of [undefined, {}, filled]) {
        const composed = compose(message, 'email', frames, slots, { ...how, values });
        expectThreeSentences(composed, `${known.id} to ${act}, ${how.tone}`);
        if (values === filled) expect(composed.unfilled).toEqual([]);
      }
    }
  });

  it('loses nothing that the law wants said, and says it as the full one does', () => {
    for (const { known, act, ...how } of ways) {
      for (const length of LENGTHS) {
        const message = withAct(known, act, acts, length);
        const text = inside(compose(message, 'email', frames, slots, how)).between.join(' ');
        for (const said of LAW[act](how.paper)) {
          expect(text, `${known.id} to ${act}, ${length}`).toMatch(said);
        }
        // Nor does it end anything in another way than the law wants it ended.
        if (act !== 'withdraw') expect(text).not.toMatch(/withdrawing my acceptance/);
        if (act !== 'notice') expect(text).not.toMatch(/treat this as notice/);
      }
    }
  });

  it('is shorter than the full one, and has the same subject', () => {
    for (const { known, act, ...how } of ways) {
      const [full, short] = LENGTHS.map((length) =>
        compose(withAct(known, act, acts, length), 'email', frames, slots, how),
      );
      expect(short?.words).toBeLessThan(full?.words ?? 0);
      expect(short?.subject).toEqual(full?.subject);
    }
  });

  it.each(LENGTHS)(
    'in its %s length has contractions where it is warm, and none where it is plain',
    (length) => {
      const CONTRACTION =
        /\b(I'm|I've|I'll|I'd|[a-z]+n't|here's|that's|you'd|you've|it's|we'll)\b/i;
      const said = [
        ...ways.map(({ known, act, ...how }) => ({
          ...{ what: `${known.id} to ${act}`, tone: how.tone },
          composed: compose(withAct(known, act, acts, length), 'email', frames, slots, how),
        })),
        ...[...notes].flatMap(([what, note]) =>
          TONES.map((tone) => ({
            ...{ what, tone },
            composed: composeNote(note, 'email', messages, { tone, length }),
          })),
        ),
      ];
      for (const { what, tone, composed } of said) {
        const text = inside(composed).between.join(' ');
        expect({ what, tone, short: CONTRACTION.test(text) }).toEqual({
          ...{ what, tone, short: tone === 'warm' },
        });
      }
    },
  );
});

describe('a note of three sentences', () => {
  it.each([...notes.keys()])('asks or answers the same as the full one: %s', (id) => {
    const note = notes.get(id);
    if (!note) throw new Error(`Found: no ${id}.`);
    const blanks = Object.keys(note.blanks);
    for (const tone of TONES) {
      for (const values of [undefined, {}]) {
        const [full, short] = LENGTHS.map((length) =>
          composeNote(note, 'email', messages, { tone, length, values }),
        );
        if (!full || !short) throw new Error('Found: no lengths.');
        expectThreeSentences(short, id);
        expect(short.words).toBeLessThan(full.words);
        expect(short.subject).toEqual(full.subject);
      }
      const said = (length: 'full' | 'short') =>
        inside(composeNote(note, 'email', messages, { tone, length })).between.join(' ');
      for (const blank of blanks) {
        expect(said('short')).toContain(`[${note.blanks[blank]}]`);
        expect(said('full')).toContain(`[${note.blanks[blank]}]`);
      }
    }
  });

  it('admits no more about money than the full one', () => {
    for (const length of LENGTHS) {
      const text = (id: string) => {
        const note = notes.get(id);
        return note
          ? inside(composeNote(note, 'email', messages, { length })).between.join(' ')
          : '';
      };
      expect(text('offer-to-repay')).toMatch(/do not admit by (it|this offer) that any sum is due/);
      expect(text('reply-to-a-threat')).toMatch(/nothing in this message admits a claim/i);
    }
  });
});

describe('the composer, asked for three sentences', () => {
  const ids = (of: object) => fc.constantFrom('', ...Object.keys(of));
  const any = fc.record({
    situation: ids({ ...catalog.situations, ...catalog.notes }),
    country: ids(catalog.places),
    channel: fc.constantFrom('', ...CHANNELS),
    tone: fc.constantFrom('', ...TONES),
    accepted: fc.constantFrom('', ...ACCEPTANCES),
    job: fc.constantFrom(...JOBS),
    act: fc.constantFrom('', ...ACTS),
    fixed: fc.constantFrom('', 'yes'),
    soon: fc.constantFrom('', 'yes'),
  });

  it('gives them for an email of any place, and leaves what is on paper or spoken as it is', () => {
    fc.assert(
      fc.property(any, (answers) => {
        const full = draftOf(answers, catalog);
        const short = draftOf({ ...answers, length: 'short' }, catalog);
        const { act, way, ask, message, channel, channels } = full;
        expect(short).toMatchObject({ act, way, ask, message, channel, channels });
        if (channel !== 'email') {
          expect({ ...short, values: 0 }).toEqual({ ...full, values: 0 });
          return;
        }
        expect(short.length).toBe('short');
        const values = Object.fromEntries(slotsFor(short).map((id) => [id, 'x']));
        const { situation, channel: by, frames: said, ...circumstances } = short;
        const composed = compose(situation, by, said, offered, { ...circumstances, values });
        const text = expectThreeSentences(composed, JSON.stringify(answers));
        expect(composed.unfilled).toEqual([]);
        if (message) for (const law of LAW[message](short.paper)) expect(text).toMatch(law);
      }),
      { numRuns: 1_000 },
    );
  });
});
