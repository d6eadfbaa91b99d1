import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken, keyedHashes, newToken } from '../../../../src/newsletter/hashes.ts';
import { createService } from '../../../../src/newsletter/service/service.ts';
import { ListError } from '../../../../src/newsletter/store/list-error.ts';
import { KEY, newStore } from '../store/opened-store.ts';

const HASHES = keyedHashes(KEY);
const NOW = Date.UTC(2026, 10, 23);
const MINUTE = 60_000;
const FORM = 'application/x-www-form-urlencoded';

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** A service on a store of its own, below /base/. */
function exampleService(most = 1_000_000) {
  const { store, rows } = newStore();
  const logged: string[] = [];
  const clock = { passed: 0 };
  let woken = 0;
  const rate = { most, window: 10 * MINUTE };
  const service = createService({
    site: { origin: 'https://example.com', base: '/base/' },
    list: store,
    ill: () => undefined,
    hashes: () => HASHES,
    wording: 'One email a week.',
    afterConfirm: ['welcome'],
    page: async (path) => `<title>${path}</title><input name="email" data-typed value="">`,
    rates: { network: rate, all: rate },
    now: () => NOW,
    monotonic: () => clock.passed,
    trouble: () => ({ mail: undefined, provider: undefined }),
    wake: () => {
      woken += 1;
    },
    clear: async () => void (await store.scrub()),
    log: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
  });
  const ask = (path: string, { method = 'POST', headers = {}, body = '' }: Asking = {}) =>
    service.respond(
      new Request(`http://site.invalid${path}`, {
        method,
        headers: { 'content-type': FORM, ...headers },
        ...(method !== 'GET' && { body }),
      }),
      '192.0.2.1',
    );
  const signUp = (email: string, headers = {}) =>
    ask('/base/newsletter/subscribe/', {
      headers,
      body: String(new URLSearchParams({ email, page: '/articles/' })),
    });
  return { ask, signUp, service, store, clock, rows, logged, woken: () => woken };
}

const JSON_PLEASE = { accept: 'application/json' };

describe('signing up', () => {
  it('sends on to "check your inbox" and wakes the outbox', async () => {
    const { signUp, rows, woken } = exampleService();
    const response = await signUp('ada@example.com');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/base/newsletter/check/');
    expect(woken()).toBe(1);
    const [consent] = rows('SELECT * FROM consents');
    expect(consent).toMatchObject({ at: NOW, page: '/articles/', wording: 'One email a week.' });
    expect(JSON.stringify(consent)).not.toContain('192.0.2.1');
    expect(await (await signUp('bob@example.com', JSON_PLEASE)).json()).toEqual({ kind: 'check' });
  });

  it('answers everybody alike, in page and in words for scripts, and logs no address', async () => {
    const { ask, signUp, store, logged } = exampleService();
    await signUp('known@example.com');
    const token = newToken();
    await store.issueToken(token.hash, HASHES.address('known@example.com'), NOW + MINUTE);
    await ask(`/base/newsletter/confirm/?t=${token.token}`);
    await signUp('pending@example.com');
    await ask(
      `/base/newsletter/unsubscribe/?t=${HASHES.unsubscribeToken(HASHES.address('gone@example.com'))}`,
    );
    logged.length = 0;
    const told = async (response: Response) =>
      JSON.stringify([response.status, [...response.headers], await response.text()]);
    for (const headers of [{}, JSON_PLEASE]) {
      const responses = [
        await signUp('new@example.com', headers),
        await signUp('pending@example.com', headers),
        await signUp('known@example.com', headers),
        await signUp('gone@example.com', headers),
        await ask('/base/newsletter/subscribe/', {
          headers,
          body: 'email=trap%40example.com&website=https%3A%2F%2Fspam.example',
        }),
      ];
      expect(new Set(await Promise.all(responses.map(told))).size).toBe(1);
    }
    expect(new Set(logged)).toEqual(new Set(['{"event":"newsletter.signup"}']));
  });

  it('shows a mistake at the field, with what was typed, and never as markup', async () => {
    const { signUp, store } = exampleService();
    const response = await signUp('"><script>alert(1)</script>');
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>/newsletter/mistake/no-at/</title>');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(await (await signUp('$& $1', JSON_PLEASE)).json()).toEqual({
      kind: 'mistake',
      mistake: 'no-at',
    });
    expect((await store.counts()).pending).toBe(0);
  });

  it('says when to try again after too many, and to whom it belongs it is the same', async () => {
    const { signUp } = exampleService(2);
    await signUp('a@example.com');
    await signUp('b@example.com');
    const busy = await signUp('c@example.com');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '600']);
    expect(await busy.text()).toContain('/newsletter/busy/');
    expect(await (await signUp('d@example.com', JSON_PLEASE)).json()).toEqual({
      kind: 'busy',
      minutes: 10,
    });
  });

  it.each([
    [{ headers: { origin: 'https://evil.example' }, body: 'email=a%40b.cd' }, 403],
    [{ headers: { 'sec-fetch-site': 'cross-site' }, body: 'email=a%40b.cd' }, 403],
    [{ headers: { 'content-type': 'application/json' }, body: '{"email":"a@b.cd"}' }, 400],
    [{ body: 'email=a%40b.cd&email=b%40b.cd' }, 400],
  ])('refuses %o', async (asking, status) => {
    const { ask, store } = exampleService();
    expect((await ask('/base/newsletter/subscribe/', asking)).status).toBe(status);
    expect(await store.counts()).toMatchObject({ pending: 0, waiting: 0 });
  });

  it('takes 2,000 hostile bodies for what they are, and stores nothing that is no address', async () => {
    const { ask, rows } = exampleService();
    const aName = fc.constantFrom('email', 'page', 'website', 'wording', 'toString', '__proto__');
    const aBody = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.tuple(aName, fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress())), {
          maxLength: 5,
        })
        .map((pairs) => String(new URLSearchParams(pairs.map(([a, b]) => [a, b.toWellFormed()])))),
      fc
        .string()
        .map((text) => `email=${encodeURIComponent(`a@b.cd\r\nBcc: ${text}`.toWellFormed())}`),
      fc.nat({ max: 16_000 }).map((length) => `email=${'a'.repeat(length)}%40example.com`),
    );
    const aType = fc.constantFrom(FORM, FORM, FORM, 'text/plain', 'multipart/form-data', 'x');
    const allowed = new Set([303, 400, 403, 415, 422]);
    await fc.assert(
      fc.asyncProperty(aBody, aType, async (body, type) => {
        const response = await ask('/base/newsletter/subscribe/', {
          headers: { 'content-type': type },
          body: typeof body === 'string' ? body : new Uint8Array(body),
        });
        expect(allowed).toContain(response.status);
        expect(await response.text()).not.toMatch(/\bat .+:\d+:\d+|node:internal|Error:/);
      }),
      { numRuns: 2_000 },
    );
    const stored = rows('SELECT email FROM subscribers');
    expect(stored.length).toBeGreaterThan(0);
    for (const row of stored) expect(row['email']).toMatch(/^[^\s,;<>@]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
  }, 180_000);
});

describe('confirming and leaving', () => {
  it('confirms by POST alone, twice without harm, and not for ever', async () => {
    const { ask, signUp, service, store } = exampleService();
    await signUp('ada@example.com');
    const [good, late] = [newToken(), newToken()];
    await store.issueToken(good.hash, HASHES.address('ada@example.com'), NOW + MINUTE);
    await store.issueToken(late.hash, HASHES.address('ada@example.com'), NOW);
    expect(service.wants('GET', '/base/newsletter/confirm/')).toBe(false);
    const where = async (token: string) =>
      (await ask(`/base/newsletter/confirm/?t=${token}`)).headers.get('location');
    for (const token of [late.token, newToken().token, hashToken(good.token), '%00', '']) {
      expect(await where(token)).toBe('/base/newsletter/expired/');
    }
    expect(await where(good.token)).toBe('/base/newsletter/confirmed/');
    expect(await where(good.token)).toBe('/base/newsletter/confirmed/');
    expect(await store.counts()).toMatchObject({ subscribed: 1, pending: 0 });
  });

  it('lets people leave by the page, and mail programs by one click without origin or redirect', async () => {
    const { ask, store } = exampleService();
    const leave = (email: string, asking: Asking) =>
      ask(
        `/base/newsletter/unsubscribe/?t=${HASHES.unsubscribeToken(HASHES.address(email))}`,
        asking,
      );
    const byPage = await leave('ada@example.com', {});
    expect([byPage.status, byPage.headers.get('location')]).toEqual([
      303,
      '/base/newsletter/unsubscribed/',
    ]);
    for (const headers of [{}, { origin: 'https://mail.example' }]) {
      const byMail = await leave('bob@example.com', {
        headers,
        body: 'List-Unsubscribe=One-Click',
      });
      expect([byMail.status, byMail.headers.get('set-cookie')]).toEqual([200, null]);
    }
    expect((await store.counts()).suppressed).toBe(2);
  });

  it.each([
    (token: string) => `/?t=${token}=`,
    (token: string) => `/?t=${token}>`,
    (token: string) => `/?t=3D${token}.`,
    (token: string) => `/?t=%22${token.slice(0, 30)}=%0D%0A${token.slice(30)}%22`,
    (token: string) => `?t=${token})`,
    (token: string) => `/%3Ft%3D${token}`,
  ])('takes a link that was bent, for the page and for one click', async (bend) => {
    const { ask, signUp, store } = exampleService();
    const leave = (email: string, body = '') =>
      ask(`/base/newsletter/unsubscribe${bend(HASHES.unsubscribeToken(HASHES.address(email)))}`, {
        body,
      });
    expect((await leave('ada@example.com')).headers.get('location')).toBe(
      '/base/newsletter/unsubscribed/',
    );
    expect((await leave('bob@example.com', 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect((await store.counts()).suppressed).toBe(2);

    await signUp('eve@example.com');
    const { token, hash } = newToken();
    await store.issueToken(hash, HASHES.address('eve@example.com'), NOW + MINUTE);
    const confirmed = await ask(`/base/newsletter/confirm${bend(token)}`);
    expect(confirmed.headers.get('location')).toBe('/base/newsletter/confirmed/');
  });

  it('sends a link whose path was bent to its page, and changes nothing by it', async () => {
    const { ask, service, store } = exampleService();
    const token = HASHES.unsubscribeToken(HASHES.address('ada@example.com'));
    const follow = (path: string) => ask(`/base/newsletter/${path}`, { method: 'GET' });
    const where = async (path: string) => (await follow(path)).headers.get('location');
    expect(await where(`unsubscribe/%3Ft=${token}`)).toBe(
      `/base/newsletter/unsubscribe/?t=${token}`,
    );
    expect(await where(`confirm/%3Ft=${token.slice(0, 43)}`)).toBe(
      `/base/newsletter/confirm/?t=${token.slice(0, 43)}`,
    );
    expect(await where('confirm/%3E')).toBe('/base/newsletter/expired/');
    expect((await follow('unsubscribe/%3E')).status).toBe(400);
    expect((await store.counts()).suppressed).toBe(0);
    for (const path of ['unsubscribe/', 'unsubscribe', 'unsubscribed/', 'confirm/']) {
      expect(service.wants('GET', `/base/newsletter/${path}`)).toBe(false);
    }
  });

  it('answers a forged link as one that nobody can read, with the other ways to leave', async () => {
    const { ask, store, logged } = exampleService();
    const token = HASHES.unsubscribeToken(HASHES.address('ada@example.com'));
    const forged = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const query of [`?t=${forged}`, `?t=3D${forged}`, `?t=${token}A`, '?t=nonsense', '']) {
      const page = await ask(`/base/newsletter/unsubscribe/${query}`);
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('<title>/newsletter/unreadable/</title>');
      const byMail = await ask(`/base/newsletter/unsubscribe/${query}`, {
        body: 'List-Unsubscribe=One-Click',
      });
      expect(byMail.status).toBe(400);
      expect(byMail.headers.get('content-type')).toMatch(/^text\/plain/);
    }
    expect((await store.counts()).suppressed).toBe(0);
    expect(logged.join()).not.toContain(token.slice(1, 40));
  });
});

it('tells its health, and turns a broken disk into a sentence', async () => {
  const { ask, signUp, store, logged, clock } = exampleService();
  const health = async () => {
    const response = await ask('/base/health/', { method: 'GET' });
    return [response.status, await response.json()];
  };
  const well = { status: 'ok', pages: 'ok', list: 'ok', mail: 'ok', provider: 'ok' };
  expect(await health()).toEqual([200, well]);
  const fail = () => Promise.reject(new ListError('full'));
  Object.assign(store, { signUp: fail, confirm: fail, unsubscribe: fail, check: fail });
  for (const path of ['subscribe/', `confirm/?t=${newToken().token}`]) {
    const broken = await ask(`/base/newsletter/${path}`, { body: 'email=ada%40example.com' });
    expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '120']);
    expect(await broken.text()).toContain('<title>/newsletter/unavailable/</title>');
  }
  const token = HASHES.unsubscribeToken(HASHES.address('ada@example.com'));
  expect((await ask(`/base/newsletter/unsubscribe/?t=${token}`)).status).toBe(503);
  expect(await (await signUp('ada@example.com', JSON_PLEASE)).json()).toEqual({
    kind: 'unavailable',
  });
  expect(logged.at(-1)).toContain('newsletter.failed');
  // Who asks often is told the same for a moment.
  expect(await health()).toEqual([200, well]);
  clock.passed += 5_000;
  expect(await health()).toEqual([
    503,
    { ...well, status: 'ill', list: 'There is no room left for the list on its disk.' },
  ]);
});
