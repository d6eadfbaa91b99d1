import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../../../src/newsletter/delivery/delivery.ts';
import { buttondown } from '../../../../../src/newsletter/delivery/providers/buttondown.ts';
import { listmonk } from '../../../../../src/newsletter/delivery/providers/listmonk.ts';
import { mailchimp } from '../../../../../src/newsletter/delivery/providers/mailchimp.ts';
import { type Got, type Said, stub } from './stub.ts';

const ADA = { email: 'Ada@example.com', page: '/articles/', at: Date.UTC(2026, 10, 23) };
const KEY = 'secretkey-us21';

const PROVIDERS: Readonly<Record<string, (url: string, confirms?: boolean) => Provider>> = {
  listmonk: (url, confirms = false) =>
    listmonk(
      { url: `${url}/`, list: confirms ? 'c2cc0b31' : '7', user: 'api', token: KEY },
      confirms,
    ),
  Buttondown: (url, confirms = false) => buttondown(KEY, confirms, url),
  Mailchimp: (url, confirms = false) => mailchimp({ key: KEY, list: 'abc' }, confirms, url),
};

/** Adds Ada to a stub that says so; resolves with what the stub got. */
async function add(name: string, say: (got: Got) => Said, confirms = false): Promise<Got[]> {
  const { url, got } = await stub(say);
  await PROVIDERS[name]?.(url, confirms).add(ADA);
  return got;
}

describe('the request of', () => {
  it('listmonk is that of its admin interface where people confirm here', async () => {
    const [got] = await add('listmonk', () => ({ status: 200, data: { data: { id: 1 } } }));
    expect(got).toMatchObject({
      method: 'POST',
      path: '/api/subscribers',
      data: {
        email: ADA.email,
        status: 'enabled',
        lists: [7],
        preconfirm_subscriptions: true,
      },
    });
    expect(got?.headers.authorization).toBe(`token api:${KEY}`);
  });

  it('listmonk is that of its public interface where it asks', async () => {
    const say = () => ({ status: 200, data: { data: { has_optin: true } } });
    const [got] = await add('listmonk', say, true);
    expect(got).toMatchObject({
      path: '/api/public/subscription',
      data: { email: ADA.email, list_uuids: ['c2cc0b31'] },
    });
    expect(got?.headers.authorization).toBeUndefined();
  });

  it('Buttondown skips its question to confirm only where people confirmed here', async () => {
    const say = () => ({ status: 201, data: {} });
    const [[here], [there]] = [await add('Buttondown', say), await add('Buttondown', say, true)];
    expect(here).toMatchObject({
      method: 'POST',
      path: '/v1/subscribers',
      data: { email_address: ADA.email, type: 'regular', metadata: { page: '/articles/' } },
    });
    expect(here?.headers.authorization).toBe(`Token ${KEY}`);
    expect(there?.data).not.toHaveProperty('type');
  });

  it('Mailchimp names the member by the MD5 of the address in lower case', async () => {
    const [got] = await add('Mailchimp', () => ({ status: 200, data: {} }));
    const member = createHash('md5').update('ada@example.com').digest('hex');
    expect(got).toMatchObject({
      method: 'PUT',
      path: `/3.0/lists/abc/members/${member}`,
      data: { email_address: ADA.email, status_if_new: 'subscribed', status: 'subscribed' },
    });
  });
});

describe('somebody who is there already', () => {
  it.each([
    ['listmonk', { status: 409, data: { message: 'E-mail already exists.' } }],
    ['Buttondown', { status: 400, data: { code: 'email_already_exists', detail: 'x' } }],
    ['Buttondown', { status: 400, data: { code: 'subscriber_suppressed', detail: 'x' } }],
    ['Mailchimp', { status: 400, data: { title: 'Member Exists', status: 400 } }],
  ])('is no failure at %s: %o', async (name, said) => {
    await expect(add(name, () => said)).resolves.toHaveLength(1);
  });

  it('and had left, is asked again by Mailchimp', async () => {
    const got = await add('Mailchimp', ({ data }) =>
      data['status_if_new'] === 'pending'
        ? { status: 200, data: {} }
        : { status: 400, data: { title: 'Member In Compliance State' } },
    );
    expect(got.map(({ data }) => data['status_if_new'])).toEqual(['subscribed', 'pending']);
  });
});

describe('who leaves and who is forgotten', () => {
  const EMAIL = "Ada.O'Neil+x@example.com";
  const say = (): Said => ({ status: 200, data: {} });
  const QUERY = "LOWER(subscribers.email) = 'ada.o''neil+x@example.com'";
  const MEMBER = `/3.0/lists/abc/members/${createHash('md5').update(EMAIL.toLowerCase()).digest('hex')}`;

  it.each([
    [
      'listmonk',
      'leave',
      'PUT',
      '/api/subscribers/query/lists',
      { query: QUERY, list_ids: [7], action: 'unsubscribe', target_list_ids: [7] },
    ],
    ['listmonk', 'forget', 'POST', '/api/subscribers/query/delete', { query: QUERY }],
    [
      'Buttondown',
      'leave',
      'PATCH',
      `/v1/subscribers/${encodeURIComponent(EMAIL)}`,
      { type: 'unsubscribed' },
    ],
    ['Buttondown', 'forget', 'DELETE', `/v1/subscribers/${encodeURIComponent(EMAIL)}`, {}],
    ['Mailchimp', 'leave', 'PATCH', MEMBER, { status: 'unsubscribed' }],
    ['Mailchimp', 'forget', 'POST', `${MEMBER}/actions/delete-permanent`, {}],
  ] as const)('is told to %s: %s', async (name, errand, method, path, data) => {
    const { url, got } = await stub(say);
    await PROVIDERS[name]?.(url)[errand](EMAIL);
    expect(got).toMatchObject([{ method, path, data }]);
  });

  it.each(["O'Neil'--%s$1@example.com", "''@example.com"])(
    'is found at listmonk by an expression that %s cannot end',
    async (email) => {
      const { url, got } = await stub(say);
      await PROVIDERS['listmonk']?.(url).leave(email);
      const query = String(got[0]?.data['query']);
      expect(query).toBe(
        `LOWER(subscribers.email) = '${email.toLowerCase().replaceAll("'", "''")}'`,
      );
      expect(query.replaceAll("''", '').split("'")).toHaveLength(3);
    },
  );

  it('cannot be taken off a list of listmonk by its UUID, and the owner is told so at once', async () => {
    const { url } = await stub(say);
    await expect(PROVIDERS['listmonk']?.(url, true).leave(EMAIL)).rejects.toMatchObject({
      permanent: true,
    });
  });

  it.each(Object.keys(PROVIDERS))('is a success where %s has nobody of this name', async (name) => {
    const none = (): Said => ({ status: 404 });
    for (const errand of ['leave', 'forget'] as const) {
      const { url } = await stub(none);
      await expect(PROVIDERS[name]?.(url)[errand](EMAIL)).resolves.toBeUndefined();
    }
  });

  it.each(Object.keys(PROVIDERS))('is told %s again later where it fails', async (name) => {
    const { url } = await stub(() => ({ status: 503 }));
    for (const errand of ['leave', 'forget'] as const) {
      await expect(PROVIDERS[name]?.(url)[errand](EMAIL)).rejects.toMatchObject({
        permanent: false,
      });
    }
  });
});

describe.each(Object.keys(PROVIDERS))('%s', (name) => {
  it.each([
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { permanent: false, retryAfter: 120_000 },
    ],
    [{ status: 429 }, { permanent: false, retryAfter: undefined }],
    [{ status: 503 }, { permanent: false }],
    [{ status: 401, data: { code: 'x' } }, { permanent: false }],
    [{ status: 402, data: { code: 'x' } }, { permanent: false }],
    [{ status: 404, data: { title: 'Resource Not Found' } }, { permanent: false }],
    [{ status: 422, data: { code: 'email_invalid', title: 'email_invalid' } }, { permanent: true }],
  ])('that says %o fails like this: %o', async (said, error) => {
    await expect(add(name, () => said)).rejects.toMatchObject({ name: 'DeliveryError', ...error });
  });

  it.each([
    { status: 200, text: '<!doctype html><title>Sign in</title>' },
    { status: 200, text: '"OK"' },
    { status: 200, text: '{"data": ' },
    { status: 404, text: '<h1>404 Not Found</h1>' },
    { status: 400, text: 'Bad Request' },
    { status: 302, headers: { location: '/login' } },
  ])('is not taken at the word of what stands in front of it: %o', async (said) => {
    const { url } = await stub(() => said);
    const provider = PROVIDERS[name]?.(url);
    const errands = [
      () => provider?.add(ADA),
      ...(['leave', 'forget'] as const).map((errand) => () => provider?.[errand](ADA.email)),
    ];
    for (const errand of errands) {
      await expect(errand()).rejects.toMatchObject({ name: 'DeliveryError', permanent: false });
    }
  });

  it('never has an address in its error', async () => {
    const data = { code: ADA.email, title: ADA.email, message: ADA.email, detail: ADA.email };
    const failure = add(name, () => ({ status: 400, data }));
    await expect(failure).rejects.toThrow(/refused \(400\)\.$/);
  });

  it('is tried again later where it cannot be reached', async () => {
    const provider = PROVIDERS[name]?.('http://127.0.0.1:1');
    await expect(provider?.add(ADA)).rejects.toMatchObject({ permanent: false });
  });
});
