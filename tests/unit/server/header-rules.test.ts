import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../../../src/server/header-rules.ts';
import { StartError } from '../../../src/server/start-error.ts';

describe('parseHeaderRules', () => {
  it('reads blocks, comments, empty lines, Windows line ends and colons in values', () => {
    const text =
      '# all\r\n/*\r\n  X-A: 1\r\n\r\n  # more\r\n  Link: <https://a.example/>; rel=me\r\n/b/\r\n\tX-B:2\r\n';
    expect(parseHeaderRules(text)).toEqual([
      { pattern: '/*', headers: { 'x-a': '1', link: '<https://a.example/>; rel=me' } },
      { pattern: '/b/', headers: { 'x-b': '2' } },
    ]);
  });

  it('joins a name that a block repeats', () => {
    const [rule] = parseHeaderRules('/*\n  Permissions-Policy: a=()\n  permissions-policy: b=()\n');
    expect(rule?.headers).toEqual({ 'permissions-policy': 'a=(), b=()' });
  });

  it('takes an empty file for no rules', () => {
    expect(parseHeaderRules('\n# nothing\n')).toEqual([]);
  });

  it.each([
    ['  X-A: 1\n', 'line 1: found "X-A: 1" before any path, such as /*.'],
    ['/*\n  X-A\n', 'line 2: found "X-A", expected "Name: value" or a path that starts with /.'],
    ['/*\n  : 1\n', 'line 2: found ": 1", expected "Name: value"'],
    ['/*\n  X A: 1\n', 'line 2: "X A: 1" is no HTTP header.'],
    ['/*\n  X-A: caf\u0000\n', 'is no HTTP header.'],
    ['/*\n  X-A:\n', 'line 2: the header "x-a" has no value.'],
    ['/*\n  ! X-A\n', 'line 2: found "! X-A", expected "Name: value"'],
    ['/*\n\n/a\n  X-A: 1\n', 'line 1: the path "/*" has no headers below it.'],
    ['/a/*/*\n  X-A: 1\n', 'line 1: found the path "/a/*/*", expected a path with at most one *.'],
    ['/a/:name\n  X-A: 1\n', 'line 1: found the path "/a/:name", expected a path'],
    ['/*\n  Content-Length: 5\n', 'line 2: the server itself sets the header "content-length".'],
  ])('refuses %j', (text, message) => {
    expect(() => parseHeaderRules(text)).toThrow(StartError);
    expect(() => parseHeaderRules(text)).toThrow(message);
  });
});

describe('headersFor', () => {
  const rules = parseHeaderRules(`/*
  X-A: all
/a/*
  X-A: a
  Cache-Control: public, max-age=9
/*.txt
  X-Text: yes
/a/b/
  X-A: exact
`);

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
    const [rule] = parseHeaderRules('/ab*ba\n  X-A: 1\n');
    expect(headersFor(rule ? [rule] : [], '/aba', 'file')).toEqual({});
    expect(headersFor(rule ? [rule] : [], '/abba', 'file')).toEqual({ 'x-a': '1' });
  });
});
