import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, runsOf, snippetOf } from '../../../src/search/excerpt.ts';

/** Runs as a writer would type them. */
const typed = (runs: readonly Run[]) =>
  runs.map(({ text, marked }) => (marked ? `==${text}==` : text)).join('');

const LONG = `${'word '.repeat(50)}then a clause, and later the notice clause of the contract ${'word '.repeat(50)}`;

describe('runsOf', () => {
  it.each([
    ['Check what you signed.', ['sign'], 'Check what you ==signed==.'],
    ['A non-compete binds', ['compet'], 'A ==non-compete== binds'],
    ['Contracts and money', ['contract', 'monei'], '==Contracts== and ==money=='],
    ['What it is', ['it', 'is'], 'What it is'],
    ['', ['sign'], ''],
  ])('marks in "%s" the stems %j', (text, stems, marked) => {
    expect(typed(runsOf(text, new Set(stems)))).toBe(marked);
  });

  it('changes no text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const runs = runsOf(text, new Set(['sign', 'a1']));
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
    );
  });
});

describe('snippetOf', () => {
  it('shows the part that holds most of what matched', () => {
    const shown = typed(snippetOf(LONG, new Set(['claus', 'notic', 'contract'])));
    expect(shown).toContain('the ==notice== ==clause== of the ==contract==');
    expect(shown).toMatch(/^… .* …$/);
  });

  it('shows the beginning where nothing matched, and a short text whole', () => {
    expect(typed(snippetOf(LONG, new Set(['visa'])))).toMatch(/^word word .* …$/);
    expect(typed(snippetOf('Short.', new Set(['visa'])))).toBe('Short.');
  });

  it('is never much longer than what is looked at', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('sign', 'a', 'bonus.', '–')), (words) => {
        const shown = typed(snippetOf(words.join(' '), new Set(['sign'])));
        expect(shown.match(/\w+/g)?.length ?? 0).toBeLessThanOrEqual(32);
      }),
    );
  });
});
