import { at, builtFiles, everyPage } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { expect, test } from '../test.ts';

/** Directives that must say exactly this (CSP Level 3, Trusted Types). */
const POLICY = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
};

/** What may stand for code: this origin, nothing, or the hash of what is inline. */
const CODE_SOURCE = /^'(self|none|sha256-[\w+/]+=*)'$/;

const HEADERS: Record<string, RegExp> = {
  'strict-transport-security': /^max-age=\d{8,}/,
  'x-content-type-options': /^nosniff$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /\bcamera=\(\).*\bgeolocation=\(\).*\bmicrophone=\(\)/,
  // `no-referrer` would also take the origin from forms, which the newsletter needs.
  'referrer-policy': /^(strict-origin-when-cross-origin|strict-origin|same-origin)$/,
};

/** A picture may be shown by other sites, such as feed readers; nothing else may. */
const PICTURE: typeof HEADERS = { ...HEADERS, 'cross-origin-resource-policy': /^cross-origin$/ };

function weaknesses(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  status: number,
): string[] {
  const isPicture = status === 200 && String(headers['content-type']).startsWith('image/');
  const found = Object.entries(isPicture ? PICTURE : HEADERS).flatMap(([name, expected]) =>
    expected.test(String(headers[name])) ? [] : [`${name}: ${headers[name]}`],
  );
  const policy = new Map(
    String(headers['content-security-policy'])
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values] as const),
  );
  for (const [name, value] of Object.entries(POLICY)) {
    const actual = policy.get(name)?.join(' ');
    if (actual !== value) found.push(`${name} is ${actual}, not ${value}`);
  }
  for (const [name, values] of policy) {
    for (const value of values) {
      if (/unsafe-|\*|:/.test(value)) found.push(`${name} allows ${value}`);
      if (/^(script|style)-src/.test(name) && !CODE_SOURCE.test(value))
        found.push(`${name} allows ${value}`);
    }
  }
  return found;
}

const file = builtFiles('.woff2')[0] ?? '';
const ANSWERS = [
  ...everyPage().map(({ path }) => path),
  at(`/${file}`),
  at('/favicon.ico'),
  ...builtFiles('.png').map((name) => at(`/${name}`)),
  at('/og/none.png'),
  // A redirect, and a request that is refused.
  at('/articles'),
  at('/%'),
];

test('every answer carries the security headers', async ({ server }) => {
  expect(file).not.toBe('');
  for (const path of ANSWERS) {
    const { headers, status } = await rawRequest(server + path);
    expect(weaknesses(headers, status), path).toEqual([]);
  }
});

test('pages whose address holds a token tell no other page of it', async ({ server }) => {
  for (const path of ['/newsletter/confirm/', '/newsletter/unsubscribe/']) {
    const { headers } = await rawRequest(`${server}${at(path)}?t=token`);
    expect(headers['referrer-policy'], path).toBe('strict-origin');
  }
});

test('browsers find the icon where they look for it', async ({ server }) => {
  const { status, headers } = await rawRequest(`${server}${at('/favicon.ico')}`);
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^image\/(x-icon|vnd\.microsoft\.icon)$/);
});
