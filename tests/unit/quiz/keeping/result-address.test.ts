import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  longDate,
  readableAddress,
  resultLink,
} from '../../../../src/quiz/keeping/result-address.ts';
import { readShareFragment, shareFragment } from '../../../../src/quiz/keeping/share-link.ts';
import { anInterview, interview } from '../answers.ts';

const finishedAnswers = anInterview.map(({ person, length }) => interview(person, length).answers);

const PAGE = 'https://example.com:8443/below/quiz/';

describe('resultLink', () => {
  it('leads back to the same answers on the same page', () => {
    fc.assert(
      fc.property(finishedAnswers, (answers) => {
        const { href, hash } = new URL(resultLink(PAGE, answers));
        expect(href.slice(0, -hash.length)).toBe(PAGE);
        expect(readShareFragment(hash)).toEqual({ kind: 'ok', answers });
      }),
    );
  });

  it('leaves behind what else the address held', () => {
    fc.assert(
      fc.property(finishedAnswers, (answers) => {
        const address = `${PAGE}?from=letter#${shareFragment(answers)}`;
        expect(resultLink(address, answers)).toBe(resultLink(PAGE, answers));
      }),
    );
  });
});

describe('readableAddress', () => {
  it('is what a person would type', () => {
    expect(readableAddress(`${PAGE}?from=letter#q1-0`)).toBe('example.com:8443/below/quiz/');
  });
});

describe('longDate', () => {
  it('is the day where the reader is, in American style', () => {
    const date = new Date('2026-11-23T03:30:00Z');
    expect(longDate(date, 'Europe/Berlin')).toBe('November 23, 2026');
    expect(longDate(date, 'America/Los_Angeles')).toBe('November 22, 2026');
  });
});
