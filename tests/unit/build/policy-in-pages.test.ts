import { describe, expect, it } from 'vitest';
import { hasPolicyInPages, withPolicy } from '../../../src/build/policy-in-pages.ts';

describe('POLICY_IN_PAGES', () => {
  it.each([
    [undefined, false],
    ['', false],
    [' no ', false],
    ['yes', true],
  ])('%j means %s', (said, expected) => {
    expect(hasPolicyInPages({ POLICY_IN_PAGES: said })).toBe(expected);
  });

  it.each(['true', '1', 'YES', 'y'])('refuses %j with a sentence', (said) => {
    expect(() => hasPolicyInPages({ POLICY_IN_PAGES: said })).toThrow(
      `POLICY_IN_PAGES is "${said}". It should be yes or no.`,
    );
  });
});

describe('withPolicy', () => {
  it.each(['<meta charset="utf-8">', '<meta charset=utf-8>', '<meta charset="UTF-8" />'])(
    'puts the policy right after %s, and changes nothing else',
    (charset) => {
      const [before, after] = ['<!doctype html><html><head>', '<style>a{}</style></head>$& $1'];
      expect(withPolicy(before + charset + after, "style-src 'sha256-$&'", 'a.html')).toBe(
        `${before}${charset}<meta http-equiv="Content-Security-Policy" content="style-src 'sha256-$&'">${after}`,
      );
    },
  );

  it('names a file that has no such head', () => {
    expect(() => withPolicy('<p>x</p>', '', 'dist/a.html')).toThrow(
      'dist/a.html has no <meta charset="utf-8">, after which its policy would stand.',
    );
  });
});
