import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSlots,
  countMessageWords,
  paragraphsOf,
  runsOf,
} from '../../../src/messages/compose.ts';

const labels = new Map([
  ['recipient', 'their name'],
  ['role', 'job title'],
  ['contract-date', 'date on the contract'],
]);
const prose = fc.stringMatching(/^[A-Za-z .,\n]{0,12}$/);
const slot = fc.constantFrom(...labels.keys());
const template = fc
  .array(fc.tuple(prose, slot), { maxLength: 8 })
  .chain((pairs) =>
    prose.map((last) => pairs.map(([text, id]) => `${text}{${id}}`).join('') + last),
  );

describe('runsOf', () => {
  it('cuts a template at its slots and prints what an empty slot prints', () => {
    expect(runsOf('Dear {recipient}{role},', labels)).toEqual([
      { kind: 'text', text: 'Dear ' },
      { kind: 'slot', slot: 'recipient', text: '[their name]' },
      { kind: 'slot', slot: 'role', text: '[job title]' },
      { kind: 'text', text: ',' },
    ]);
    expect(runsOf('', labels)).toEqual([]);
  });

  it('loses nothing of a template and adds nothing to it', () => {
    fc.assert(
      fc.property(template, (text) => {
        const runs = runsOf(text, labels);
        const joined = runs.map((run) => (run.kind === 'slot' ? `{${run.slot}}` : run.text));
        expect(joined.join('')).toBe(text);
        expect(runs).not.toContainEqual({ kind: 'text', text: '' });
      }),
    );
  });

  it('leaves other braces alone', () => {
    expect(runsOf('{} {Role} { role }', labels)).toEqual([
      { kind: 'text', text: '{} {Role} { role }' },
    ]);
  });

  it('names a slot that there is not, and those that there are', () => {
    expect(() => runsOf('Dear {recipent},', labels)).toThrow(
      'Found: the slot {recipent}. Allowed: recipient, role, contract-date ' +
        '(content/messages/slots.yaml).',
    );
  });
});

describe('checkSlots', () => {
  const file = 'content/messages/another-offer.yaml';

  it('is content with slots that there are', () => {
    expect(() => checkSlots(file, { body: 'Dear {recipient}, {}' }, labels)).not.toThrow();
  });

  it.each([
    ['body', { subject: '{role}', body: '{recipent} {recipient}' }, '{recipent}'],
    ['subject', { subject: '{rol}', body: '' }, '{rol}'],
  ])('names the file, the field %s, the slot and those that there are', (field, message, found) => {
    expect(() => checkSlots(file, message, labels)).toThrow(
      `${file}: the field "${field}" is wrong. Found: ${found}. ` +
        'Allowed: recipient, role, contract-date (content/messages/slots.yaml).',
    );
  });
});

describe('paragraphsOf', () => {
  it('parts at blank lines and keeps single ones', () => {
    const body = '\nDear {recipient},\n\n \nThank you.\n\nSincerely,\nme\n';
    const texts = paragraphsOf(body, labels).map((runs) => runs.map(({ text }) => text).join(''));
    expect(texts).toEqual(['Dear [their name],', 'Thank you.', 'Sincerely,\nme']);
  });

  it('keeps all words, in order', () => {
    fc.assert(
      fc.property(template, (body) => {
        const words = (text: string) => text.match(/\S+/g) ?? [];
        const joined = paragraphsOf(body, labels)
          .map((runs) => runs.map(({ text }) => text).join(''))
          .join('\n\n');
        const whole = runsOf(body, labels).map(({ text }) => text);
        expect(words(joined)).toEqual(words(whole.join('')));
      }),
    );
  });
});

describe('countMessageWords', () => {
  it.each([
    ['Dear {recipient},\n\nThank you.', 4],
    ['dated {contract-date}.', 2],
    ['{role}', 1],
    ["{sender}'s call", 2],
    ['', 0],
  ])('%j has %i', (body, words) => {
    expect(countMessageWords(body)).toBe(words);
  });
});
