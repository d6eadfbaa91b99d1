import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/forms/form-answers.ts';
import { catalogOf } from '../../../../src/messages/composer/catalog.ts';
import { draftOf, lengthOf } from '../../../../src/messages/composer/draft.ts';
import { sayItForm } from '../../../../src/messages/composer/form.ts';
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
  const mistakesIn = (answers: Answers) => {
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

describe('lengthOf', () => {
  it('judges what is read by the advice, and leaves what is spoken alone', () => {
    expect([59, 60, 110, 111].map((words) => lengthOf(words, 'email'))).toEqual([
      'short',
      'good',
      'good',
      'long',
    ]);
    expect(lengthOf(20, 'letter')).toBe('short');
    expect(lengthOf(20, 'phone')).toBe('spoken');
  });
});
