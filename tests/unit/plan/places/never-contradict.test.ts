import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_MESSAGES } from '../../../../src/messages/act-words.ts';
import { CHANNELS, compose, plainText, textOf } from '../../../../src/messages/compose.ts';
import { catalogOf } from '../../../../src/messages/composer/catalog.ts';
import { draftOf } from '../../../../src/messages/composer/draft.ts';
import { ACTS, weigh } from '../../../../src/plan/places/act.ts';
import type { Commitment } from '../../../../src/plan/places/commitment.ts';
import { writtenMessages } from '../../messages/written-messages.ts';
import { anyCommitment } from './any-commitment.ts';
import { CLAUSE_RULES, lawIn, PLACES } from './written-places.ts';

const messages = writtenMessages();
const catalog = catalogOf(messages, PLACES, CLAUSE_RULES);
const care = (act: (typeof ACTS)[number]) => ACTS.indexOf(act);
const aPlace = fc.constantFrom(...PLACES.map(({ id }) => id));
const aSituation = fc.constantFrom(...Object.keys(catalog.situations));
const aChannel = fc.constantFrom(...CHANNELS);

/** The composer's fields for `commitment`, as a link from the checklist sets them. */
const fieldsOf = ({ accepted, trial, job, clauses }: Commitment) => ({
  ...(accepted && { accepted }),
  ...(trial && { trial: 'yes' }),
  ...{ job, fixed: (clauses['fixed-term'] ?? 'no') === 'no' ? '' : 'yes' },
});

describe('the checklist and the composer', () => {
  it('come to the same act for any place, yes, job and situation, by a link from one to the other', () => {
    fc.assert(
      fc.property(
        aPlace,
        anyCommitment,
        aSituation,
        aChannel,
        (country, commitment, situation, channel) => {
          const { act } = weigh(commitment, lawIn(country));
          const answers = { ...fieldsOf(commitment), country, situation, channel, act };
          expect(draftOf(answers, catalog).act).toBe(act);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('come to the same act without one, where the composer asks for all that there is', () => {
    fc.assert(
      fc.property(aPlace, anyCommitment, aSituation, (country, commitment, situation) => {
        const { 'fixed-term': fixed = 'no' } = commitment.clauses;
        const known = { ...commitment, clauses: { 'fixed-term': fixed } };
        const { act } = weigh(known, lawIn(country));
        expect(draftOf({ ...fieldsOf(known), country, situation }, catalog).act).toBe(act);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never come to less than the law asks for, whatever a link or a wish says', () => {
    fc.assert(
      fc.property(
        aPlace,
        anyCommitment,
        fc.oneof(fc.constantFrom(...ACTS), fc.string()),
        (country, commitment, wish) => {
          const fixed = { 'fixed-term': commitment.clauses['fixed-term'] ?? 'no' } as const;
          const least = weigh({ ...commitment, clauses: fixed }, lawIn(country)).act;
          const { act } = draftOf({ ...fieldsOf(commitment), country, act: wish }, catalog);
          expect(care(act ?? 'withdraw')).toBeGreaterThanOrEqual(care(least));
        },
      ),
    );
  });
});

describe('the message', () => {
  const written = (answers: Readonly<Record<string, string>>) => {
    const draft = draftOf(answers, catalog);
    const { situation, channel, letter, paper, signed } = draft;
    const frames = letter
      ? { ...catalog.frames, letter: { ...catalog.frames.letter, frame: letter.frame } }
      : catalog.frames;
    const slots = messages.slots;
    const composed = compose(situation, channel, frames, slots, { values: {}, paper, signed });
    return { draft, text: `${textOf(composed.subject ?? [])}\n${plainText(composed)}` };
  };

  it('withdraws only where that is the act, and never says so before a place is chosen', () => {
    fc.assert(
      fc.property(
        fc.option(aPlace, { nil: '' }),
        anyCommitment,
        aSituation,
        aChannel,
        (country, commitment, situation, channel) => {
          const answers = { ...fieldsOf(commitment), country, situation, channel };
          const { draft, text } = written(answers);
          if (draft.act === 'withdraw') return;
          expect(text).not.toMatch(/\bI(’m| am|'m) withdrawing my acceptance/);
          expect(text).not.toMatch(/Withdrawing my acceptance/);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('gives notice in Germany on paper alone: every other channel says that the letter counts', () => {
    fc.assert(
      fc.property(anyCommitment, aSituation, aChannel, (commitment, situation, channel) => {
        const answers = { ...fieldsOf(commitment), country: 'de', situation, channel };
        const { draft, text } = written(answers);
        if (draft.act !== 'notice') return;
        if (draft.channel === 'letter') {
          expect(text).toMatch(/kündige ich/);
          expect(text).toMatch(draft.signed ? /den Arbeitsvertrag vom/ : /vorsorglich/);
          expect(text).toMatch(/_{20,}/);
        } else {
          expect(text).toMatch(/on paper/);
          expect(text).not.toMatch(/treat this as notice|I am resigning|I'm resigning/);
        }
      }),
    );
  });

  it('goes to somebody else where advice comes first, whatever happened', () => {
    fc.assert(
      fc.property(aPlace, anyCommitment, aSituation, (country, commitment, situation) => {
        const answers = { ...fieldsOf(commitment), country, situation, act: 'advice' };
        const { draft, text } = written(answers);
        expect(ACT_MESSAGES).toContain(draft.message);
        expect(['advice', 'waiver']).toContain(draft.message);
        expect(text).toMatch(/before I (do|act)/);
      }),
    );
  });
});
