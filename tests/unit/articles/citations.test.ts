import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CitationNumbers,
  citationAnchor,
  countCitations,
  type Piece,
  sourceAnchor,
} from '../../../src/articles/citations.ts';

const id = fc.constantFrom('geo', 'geo-2', 'nrmp', 'robert-half-2019', 'uc-irvine', 'veris-2024');
const prose = fc.stringMatching(/^[A-Za-z .,[\]@]{0,12}$/).filter((text) => !text.includes('[@'));
/** A text as its parts: an even one is prose, an odd one the id of a source that is cited there. */
const parts = fc
  .array(fc.tuple(prose, id), { maxLength: 12 })
  .chain((pairs) => prose.map((last) => [...pairs.flat(), last]));
const isCited = (index: number) => index % 2 === 1;
const textOf = (text: readonly string[]) =>
  text.map((part, index) => (isCited(index) ? `[@${part}]` : part)).join('');
const citedIn = (text: readonly string[]) => text.filter((_, index) => isCited(index));
const citationsOf = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'citation' ? [piece] : []));

describe('countCitations', () => {
  it('counts each source across texts, in the order of first citation', () => {
    const counts = countCitations(['Half[@geo] or less[@nrmp][@geo].', 'No.', '[@veris] [@geo]']);
    expect([...counts]).toEqual([
      ['geo', 3],
      ['nrmp', 1],
      ['veris', 1],
    ]);
  });

  it.each(['[geo]', '@geo', '[@]', '[@Geo]', '[@geo nrmp]', '[@geo', 'me@example.com'])(
    'sees no citation in %s',
    (text) => {
      expect(countCitations([text]).size).toBe(0);
    },
  );
});

describe('CitationNumbers', () => {
  it('cuts a text at its citations', () => {
    expect(new CitationNumbers().cut('Half[@geo][@nrmp] say so[@geo].')).toEqual([
      { kind: 'text', text: 'Half' },
      {
        kind: 'citation',
        number: 1,
        anchor: 'cite-1',
        target: 'source-geo',
        adjacent: false,
      },
      {
        kind: 'citation',
        number: 2,
        anchor: 'cite-2',
        target: 'source-nrmp',
        adjacent: true,
      },
      { kind: 'text', text: ' say so' },
      {
        kind: 'citation',
        number: 1,
        anchor: 'cite-1-2',
        target: 'source-geo',
        adjacent: false,
      },
      { kind: 'text', text: '.' },
    ]);
  });

  it('loses nothing of a text and adds nothing to it', () => {
    fc.assert(
      fc.property(parts, (text) => {
        const pieces = new CitationNumbers().cut(textOf(text));
        const joined = pieces
          .map((piece) =>
            piece.kind === 'text' ? piece.text : `[@${piece.target.replace('source-', '')}]`,
          )
          .join('');
        expect(joined).toBe(textOf(text));
        expect(pieces).not.toContainEqual({ kind: 'text', text: '' });
      }),
    );
  });

  it('numbers by first citation, as the list of sources does', () => {
    fc.assert(
      fc.property(parts, (text) => {
        const list = [...countCitations([textOf(text)]).keys()].map(sourceAnchor);
        const cited = citationsOf(new CitationNumbers().cut(textOf(text)));
        expect(cited.map(({ target }) => target)).toEqual(citedIn(text).map(sourceAnchor));
        for (const { number, target } of cited) expect(list[number - 1]).toBe(target);
      }),
    );
  });

  it('goes on from what stands above, and gives each citation an anchor of its own', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 4 }), (texts) => {
        const [above = [''], ...below] = texts;
        const counts = countCitations(texts.map(textOf));
        const numbers = new CitationNumbers(countCitations([textOf(above)]));
        const cited = [
          ...citationsOf(new CitationNumbers().cut(textOf(above))),
          ...below.flatMap((text) => citationsOf(numbers.cut(textOf(text)))),
        ];
        const list = [...counts.keys()].map(sourceAnchor);
        for (const { number, target } of cited) expect(list[number - 1]).toBe(target);
        // The list of sources links back to exactly these anchors.
        const back = [...counts.values()].flatMap((uses, source) =>
          Array.from({ length: uses }, (_, use) => citationAnchor(source + 1, use + 1)),
        );
        expect(new Set(cited.map(({ anchor }) => anchor))).toEqual(new Set(back));
        expect(new Set(back).size).toBe(cited.length);
      }),
    );
  });

  it('leaves the counts it starts from as they are', () => {
    const before = countCitations(['[@geo]']);
    new CitationNumbers(before).cut('[@geo][@nrmp]');
    expect([...before]).toEqual([['geo', 1]]);
  });
});
