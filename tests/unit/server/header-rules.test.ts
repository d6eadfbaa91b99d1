import { describe, expect, it } from 'vitest';
import { headersFor, readHeaderRules } from '../../../src/server/header-rules.ts';
import { StartError } from '../../../src/server/start-error.ts';
import { rulesFile } from './built-site.ts';

describe('readHeaderRules', () => {
  it.each([
    '',
    '/*\n  X-A: 1\n',
    '{}',
    '[]',
    '[{"pattern":"/*","headers":{"X-A":"1"}}]',
    '[{"pattern":"*","filesOnly":false,"headers":{"X-A":"1"}}]',
    '[{"pattern":"/*","filesOnly":false,"headers":{"X-A":""}}]',
    '[{"pattern":"/*","filesOnly":false,"headers":{"X-A":1}}]',
  ])('refuses %j', (json) => {
    expect(() => readHeaderRules(json)).toThrow(
      new StartError('dist/_headers.json is not as the build writes it. Run npm run build again.'),
    );
  });
});

describe('headersFor', () => {
  const rules = [
    ...readHeaderRules(
      rulesFile({
        '/*': { 'X-A': 'all' },
        '/a/*': { 'X-A': 'a' },
        '/*.txt': { 'X-Text': 'yes' },
        '/a/b/': { 'x-a': 'exact' },
      }),
    ),
    { pattern: '/a/*', filesOnly: true, headers: { 'Cache-Control': 'public, max-age=9' } },
  ];

  it.each([
    ['/', { 'x-a': 'all' }],
    ['/a', { 'x-a': 'all' }],
    ['/a/', { 'x-a': 'a', 'cache-control': 'public, max-age=9' }],
    ['/a/b/', { 'x-a': 'exact', 'cache-control': 'public, max-age=9' }],
    ['/a/b/c', { 'x-a': 'a', 'cache-control': 'public, max-age=9' }],
    ['/b/x.txt', { 'x-a': 'all', 'x-text': 'yes' }],
    ['*', {}],
  ])('%s gets what the rules say, the later one first', (path, headers) => {
    expect(headersFor(rules, path, 'file')).toEqual(headers);
  });

  it('says nothing about a file where there is none', () => {
    expect(headersFor(rules, '/a/gone.txt', 'other')).toEqual({ 'x-a': 'a', 'x-text': 'yes' });
  });

  it('does not let the two ends of a pattern overlap', () => {
    const ends = readHeaderRules(rulesFile({ '/ab*ba': { 'X-A': '1' } }));
    expect(headersFor(ends, '/aba', 'file')).toEqual({});
    expect(headersFor(ends, '/abba', 'file')).toEqual({ 'x-a': '1' });
  });
});
