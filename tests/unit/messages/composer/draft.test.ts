import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormAnswers } from '../../../../src/forms/form-answers.ts';
import { CHANNELS } from '../../../../src/messages/compose.ts';
import { catalogOf } from '../../../../src/messages/composer/catalog.ts';
import { draftOf, lengthOf, slotsFor } from '../../../../src/messages/composer/draft.ts';
import { isNeeded, sayItForm } from '../../../../src/messages/composer/form.ts';
import { ACTS } from '../../../../src/plan/places/act.ts';
import { ACCEPTANCES, JOBS } from '../../../../src/plan/places/commitment.ts';
import { CLAUSE_RULES, PLACES } from '../../plan/places/written-places.ts';
import { writtenMessages } from '../written-messages.ts';

const catalog = catalogOf(writtenMessages(), PLACES, CLAUSE_RULES);

describe('draftOf', () => {
  it('takes what was chosen', () => {
    const answers = {
      situation: 'any-reason',
      channel: 'letter',
      tone: 'warm',
      country: 'de',
      accepted: 'signed',
    };
    expect(draftOf(answers, catalog)).toMatchObject({
      ...{ id: 'any-reason', channel: 'letter', tone: 'warm', country: 'de' },
      ...{ act: 'notice', paper: true, signed: true, letter: { language: 'de' } },
    });
  });

  it('makes a channel that the situation does not have its first one', () => {
    const answers = { situation: 'written-confirmation', channel: 'phone' };
    expect(draftOf(answers, catalog).channel).toBe('email');
  });

  it('does not say what ends it before the place is chosen', () => {
    const draft = draftOf({ situation: 'any-reason', accepted: 'signed' }, catalog);
    expect(draft).toMatchObject({ act: undefined, message: 'open', country: undefined });
    expect(draft.situation.body).not.toMatch(/withdraw/i);
  });

  it('offers the channels of the message, which somebody else than the employer gets', () => {
    const draft = draftOf({ country: 'fr', channel: 'voicemail' }, catalog);
    expect(draft).toMatchObject({
      message: 'advice',
      channel: 'email',
      channels: ['email', 'letter'],
    });
  });

  it('says whom to ask first for a licensed job', () => {
    const { act, ask } = draftOf({ country: 'uk', job: 'licensed' }, catalog);
    expect(act).toBe('notice');
    expect(ask.map(({ to }) => to)).toEqual(['The body that licenses you, or your union']);
  });

  const soon = { situation: 'any-reason', soon: 'yes' };

  it('calls first where the first day is near, and goes on with what else there is', () => {
    expect(draftOf({ ...soon, country: 'us' }, catalog)).toMatchObject({
      ...{ callsFirst: true, channel: 'phone' },
      channels: ['phone', 'email', 'letter', 'voicemail', 'text'],
    });
    expect(draftOf({ ...soon, country: 'us', channel: 'email' }, catalog).channel).toBe('email');
  });

  it.each([
    ['the place is not known', soon],
    ['somebody else has to be asked, who is no employer', { ...soon, country: 'fr' }],
    ['somebody has to be asked before', { ...soon, country: 'uk', job: 'licensed' }],
    ['they have started', { ...soon, country: 'us', situation: 'already-started' }],
    ['the first day has passed', { ...soon, country: 'us', situation: 'start-date-passed' }],
    ['they have called', { ...soon, country: 'us', situation: 'written-confirmation' }],
    ['it is not near', { ...soon, country: 'us', soon: '' }],
  ])('does not call first where %s', (_why, answers) => {
    expect(draftOf(answers, catalog).callsFirst).toBe(false);
  });

  it('calls nobody first but an employer, says so whatever is chosen, and says no other words for it', () => {
    const ids = (of: object) => fc.constantFrom('', ...Object.keys(of));
    const any = fc.record({
      situation: ids(catalog.situations),
      country: ids(catalog.places),
      channel: fc.constantFrom('', ...CHANNELS),
      accepted: fc.constantFrom('', ...ACCEPTANCES),
      job: fc.constantFrom(...JOBS),
      act: fc.constantFrom('', ...ACTS),
      fixed: fc.constantFrom('', 'yes'),
    });
    fc.assert(
      fc.property(any, (answers) => {
        const calm = draftOf(answers, catalog);
        const near = draftOf({ ...answers, soon: 'yes' }, catalog);
        const { act, way, ask, callsFirst } = near;
        expect({ act, way, ask }).toEqual({ act: calm.act, way: calm.way, ask: calm.ask });
        expect([...near.channels].sort()).toEqual([...calm.channels].sort());
        for (const channel of near.channels) {
          const other = draftOf({ ...answers, soon: 'yes', channel }, catalog);
          expect(other.callsFirst).toBe(callsFirst);
        }
        if (!callsFirst) return;
        expect(['withdraw', 'notice', 'release']).toContain(act);
        expect(ask).toEqual([]);
        expect(near.channels[0]).toBe('phone');
      }),
      { numRuns: 1_000 },
    );
  });

  it('always has a message, whatever a link or a stored answer holds', () => {
    const anything = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('situation', 'channel', 'tone', 'country', 'act'), anything),
        (answers) => {
          const draft = draftOf(answers, catalog);
          expect(Object.keys(catalog.situations)).toContain(draft.id);
          expect(draft.channels).toContain(draft.channel);
        },
      ),
    );
  });
});

describe('sayItForm', () => {
  const form = sayItForm(catalog);
  const mistakesIn = (answers: FormAnswers) => {
    const reading = form.read({ country: 'us', ...answers });
    return reading.kind === 'mistakes' ? reading.mistakes : [];
  };

  it('tells of a novel in a line, and lets several lines be longer', () => {
    const letter = { channel: 'letter', 'sender-address': 'x'.repeat(600), recipient: 'y' };
    expect(mistakesIn({ ...letter, role: 'x'.repeat(301) })).toEqual([
      {
        field: 'role',
        mistake: 'tooLong',
        blanks: { field: 'job title', limit: 300, count: 301 },
      },
    ]);
  });

  it('says nothing of fields that the message does not ask for', () => {
    expect(mistakesIn({ channel: 'email', 'sender-address': 'x'.repeat(999) })).toEqual([]);
  });

  it('lets nothing go out before the place is chosen', () => {
    expect(form.read({ role: 'x' })).toEqual({
      kind: 'mistakes',
      mistakes: [{ field: 'country', mistake: 'country' }],
    });
  });
});

describe('isNeeded', () => {
  it('has three blanks that every message needs, and leaves out those it can do without', () => {
    const { slots, situations } = catalog;
    const open = Object.entries(slots).flatMap(([id, slot]) => (isNeeded(id, slot) ? id : []));
    expect(open).toEqual(expect.arrayContaining(['recipient', 'sender', 'role']));
    for (const id of ['reason', 'detail', 'date', 'items', 'effective'])
      expect(open).not.toContain(id);
    for (const situation of Object.keys(situations)) {
      if (situation === 'start-date-passed') continue;
      const draft = draftOf({ situation, country: 'us' }, catalog);
      const asked = slotsFor(draft).filter((id) => open.includes(id));
      expect(asked.sort()).toEqual(['recipient', 'role', 'sender']);
    }
  });
});

describe('lengthOf', () => {
  it('judges what is read by the advice, and leaves what is spoken alone', () => {
    const email = { channel: 'email', length: 'full' } as const;
    expect([59, 60, 110, 111].map((words) => lengthOf(words, email))).toEqual([
      'short',
      'good',
      'good',
      'long',
    ]);
    expect(lengthOf(20, { ...email, channel: 'letter' })).toBe('short');
    expect(lengthOf(20, { ...email, channel: 'phone' })).toBe('spoken');
    expect(lengthOf(20, { ...email, length: 'short' })).toBe('brief');
  });
});
