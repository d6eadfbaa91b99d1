import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  resolveGroups,
  runsOf,
  type Slots,
  slotsIn,
  strayIn,
  withParts,
} from '../../../src/messages/template.ts';

const slots: Slots = new Map([
  ['recipient', { label: 'their name' }],
  ['role', { label: 'job title' }],
  ['effective', { label: 'the day', default: 'today' }],
  ['contract-date', { label: 'date on the contract' }],
]);
const PLAIN = new Set(['plain'] as const);
const prose = fc.stringMatching(/^[A-Za-z .,\n]{0,12}$/);
const template = fc
  .array(fc.tuple(prose, fc.constantFrom(...slots.keys())), { maxLength: 8 })
  .chain((pairs) =>
    prose.map((last) => pairs.map(([text, id]) => `${text}{${id}}`).join('') + last),
  );

describe('runsOf', () => {
  it('cuts a text at its slots and prints what an empty slot prints', () => {
    expect(runsOf('Dear {recipient}{role}, {effective}', slots)).toEqual([
      { kind: 'text', text: 'Dear ' },
      { kind: 'slot', slot: 'recipient', text: '[their name]' },
      { kind: 'slot', slot: 'role', text: '[job title]' },
      { kind: 'text', text: ', ' },
      { kind: 'text', text: 'today' },
    ]);
    expect(runsOf('', slots)).toEqual([]);
  });

  it('marks what was filled in, without white space around it', () => {
    expect(runsOf('{role}', slots, { role: '  Data Analyst ' })).toEqual([
      { kind: 'filled', slot: 'role', text: 'Data Analyst' },
    ]);
    expect(runsOf('{role}', slots, { role: ' \n ' })).toMatchObject([{ kind: 'slot' }]);
  });

  it('never reads what was filled in as a template', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const [run] = runsOf('{role}', slots, { role: `x{recipient}<${value}` });
        expect(run).toEqual({ kind: 'filled', slot: 'role', text: `x{recipient}<${value}`.trim() });
      }),
    );
  });

  it('loses nothing of a text and adds nothing to it', () => {
    fc.assert(
      fc.property(template, (text) => {
        const runs = runsOf(text, new Map([...slots].map(([id, { label }]) => [id, { label }])));
        const joined = runs.map((run) => (run.kind === 'text' ? run.text : `{${run.slot}}`));
        expect(joined.join('')).toBe(text);
      }),
    );
  });

  it('leaves other braces alone', () => {
    expect(runsOf('{} {Role} { role }', slots)).toEqual([
      { kind: 'text', text: '{} {Role} { role }' },
    ]);
  });

  it('names a slot that there is not, and those that there are', () => {
    expect(() => runsOf('Dear {recipent},', slots)).toThrow(
      'Found: the slot {recipent}. Allowed: recipient, role, effective, contract-date ' +
        '(content/messages/slots.yaml).',
    );
  });
});

describe('resolveGroups', () => {
  const resolve = (text: string, values?: Record<string, string>) =>
    resolveGroups(text, PLAIN, slots, values);

  it('leaves an optional group out while a blank in it is empty', () => {
    const text = 'Thank you<, and for {role}>.';
    expect(resolve(text, {})).toBe('Thank you.');
    expect(resolve(text, { role: 'x' })).toBe('Thank you, and for {role}.');
    expect(resolve(text)).toBe('Thank you, and for {role}.');
  });

  it('keeps a group whose blank has a default', () => {
    expect(resolve('<effective {effective}>', {})).toBe('effective {effective}');
  });

  it('gives the other text instead, if there is one', () => {
    expect(resolve('<As {role}.|Another role.>', {})).toBe('Another role.');
    expect(resolve('<As {role}.|Another role.>', { role: 'x' })).toBe('As {role}.');
  });

  it('keeps only the tone that is set, and closes the gaps', () => {
    expect(resolve('Sorry. <warm: Truly.> <plain: Really.> Bye.')).toBe('Sorry. Really. Bye.');
    expect(resolveGroups('A <warm: b> c', new Set(['warm']), slots, {})).toBe('A b c');
    expect(resolve('Sincerely,\n<paper:\n____\n>{role}')).toBe('Sincerely,\n{role}');
    expect(resolveGroups('Yours,\n<paper:\n____\n>x', new Set(['paper']), slots, {})).toBe(
      'Yours,\n\n____\nx',
    );
  });

  it('leaves no group behind, whatever is filled in', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<a {role}|b>', '<{role}>', '<warm: w>', ' t ', '{recipient}', '\n\n'),
        ),
        fc.record({ role: fc.string(), recipient: fc.string() }, { requiredKeys: [] }),
        (pieces, values) => {
          expect(resolve(pieces.join(''), values)).not.toMatch(/[<>|]| {2}/);
        },
      ),
    );
  });
});

describe('withParts and slotsIn', () => {
  it('puts parts into a frame, and leaves its slots', () => {
    expect(withParts('Dear {recipient},\n\n{body}', { body: 'As {role}.\n' })).toBe(
      'Dear {recipient},\n\nAs {role}.',
    );
  });

  it('lists slots once, in order', () => {
    expect(slotsIn('{role} {recipient} {role}')).toEqual(['role', 'recipient']);
  });
});

describe('strayIn', () => {
  it.each([
    ['Dear {name}, <and {x}|or> <warm: so> end', undefined],
    ['<a <warm: b> c>', undefined],
    ['Dear {name', '{name'],
    ['Dear name}, x', '}, x'],
    ['One <and two', '<and two'],
    ['A <b> and > c', '> c'],
    ['A | b', '| b'],
    ['{a b}', '{a b}'],
    ['x {ok} {Not ok} y', '{Not ok} y'],
  ])('%s: %s', (template, stray) => {
    expect(strayIn(template)).toBe(stray);
  });
});
