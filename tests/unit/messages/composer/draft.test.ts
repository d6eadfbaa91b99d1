import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogOf } from '../../../../src/messages/composer/catalog.ts';
import { draftOf, lengthOf, tooLong } from '../../../../src/messages/composer/draft.ts';
import { writtenMessages } from '../written-messages.ts';

const catalog = catalogOf(writtenMessages(), ['de']);

describe('draftOf', () => {
  it('takes what was chosen', () => {
    const answers = {
      situation: 'contract-notice',
      channel: 'letter',
      tone: 'warm',
      country: 'de',
    };
    expect(draftOf(answers, catalog)).toMatchObject({
      id: 'contract-notice',
      channel: 'letter',
      tone: 'warm',
      paper: 'de',
    });
  });

  it('makes a channel that the situation does not have its first one', () => {
    const answers = { situation: 'written-confirmation', channel: 'phone' };
    expect(draftOf(answers, catalog).channel).toBe('email');
  });

  it('always has a message, whatever a link or a stored answer holds', () => {
    const anything = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('situation', 'channel', 'tone', 'country'), anything),
        (answers) => {
          const draft = draftOf(answers, catalog);
          expect(Object.keys(catalog.situations)).toContain(draft.id);
          expect(draft.situation.channels).toContain(draft.channel);
        },
      ),
    );
  });
});

describe('tooLong', () => {
  it('tells of a novel in a line, and lets several lines be longer', () => {
    const answers = { role: 'x'.repeat(301), 'sender-address': 'x'.repeat(600), recipient: 'y' };
    expect(tooLong(answers, ['recipient', 'role', 'sender-address'], catalog.slots)).toEqual([
      {
        field: 'role',
        mistake: 'tooLong',
        blanks: { field: 'job title', limit: 300, length: 301 },
      },
    ]);
  });

  it('says nothing of fields that the message does not ask for', () => {
    expect(tooLong({ phone: 'x'.repeat(999) }, ['role'], catalog.slots)).toEqual([]);
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
