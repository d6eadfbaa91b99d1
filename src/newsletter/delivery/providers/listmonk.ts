import { z } from 'zod';
import { DeliveryError, type Provider } from '../delivery.ts';
import { ask, mustBeGone, refusal } from './ask.ts';

/** Where listmonk is, and which list. */
export interface ListmonkSettings {
  readonly url: string;
  /** The list's number, or its UUID where listmonk asks people to confirm. */
  readonly list: string;
  readonly user: string | undefined;
  readonly token: string | undefined;
}

const NAME = 'listmonk';

/** What is read of its answer to a search. */
const foundSchema = z.object({
  data: z.object({
    results: z.array(
      z.object({
        id: z.number(),
        lists: z.array(z.object({ id: z.number(), uuid: z.string() })).default([]),
      }),
    ),
  }),
});

type Found = z.output<typeof foundSchema>['data']['results'][number];

/**
 * listmonk. Where people confirm here, subscribers go in by its admin interface as confirmed
 * (`POST /api/subscribers`); where it asks them, by its public one (`POST
 * /api/public/subscription`), whose answer would tell who is on the list and is passed to nobody.
 * Who leaves or is forgotten is looked up by the address, and needs the API user in both cases.
 */
export function listmonk(settings: ListmonkSettings, confirms: boolean): Provider {
  const base = settings.url.replace(/\/$/, '');
  const headers = { authorization: `token ${settings.user}:${settings.token}` };

  /** The subscriber of this address, with its lists; undefined where there is none. */
  const find = async (email: string): Promise<Found | undefined> => {
    if (settings.user === undefined || settings.token === undefined) {
      throw new DeliveryError(
        `${NAME} cannot be told who left: set LISTMONK_USER and LISTMONK_TOKEN.`,
      );
    }
    // An SQL expression, in which a quotation mark is doubled. Addresses are stored in lower case.
    const query = `subscribers.email = '${email.toLowerCase().replaceAll("'", "''")}'`;
    const url = `${base}/api/subscribers?${new URLSearchParams({ query, per_page: '1' })}`;
    const answer = await ask(NAME, url, { method: 'GET', headers });
    if (answer.status >= 300) throw refusal(NAME, answer, 'code');
    return foundSchema.safeParse(answer.data).data?.data.results[0];
  };

  return {
    confirms,
    leave: async (email) => {
      const found = await find(email);
      const list = found?.lists.find(
        ({ id, uuid }) => String(id) === settings.list || uuid === settings.list,
      );
      if (found === undefined || list === undefined) return;
      const data = { ids: [found.id], action: 'unsubscribe', target_list_ids: [list.id] };
      const answer = await ask(NAME, `${base}/api/subscribers/lists`, {
        method: 'PUT',
        headers,
        data,
      });
      mustBeGone(NAME, answer, 'code');
    },
    forget: async (email) => {
      const found = await find(email);
      if (found === undefined) return;
      const url = `${base}/api/subscribers/${found.id}`;
      mustBeGone(NAME, await ask(NAME, url, { method: 'DELETE', headers }), 'code');
    },
    add: async ({ email }) => {
      const answer = confirms
        ? await ask(NAME, `${base}/api/public/subscription`, {
            method: 'POST',
            data: { email, name: '', list_uuids: [settings.list] },
          })
        : await ask(NAME, `${base}/api/subscribers`, {
            method: 'POST',
            headers,
            data: {
              email,
              name: '',
              status: 'enabled',
              lists: [Number(settings.list)],
              preconfirm_subscriptions: true,
            },
          });
      // 409: it has them already.
      if (answer.status >= 300 && answer.status !== 409) throw refusal(NAME, answer, 'code');
    },
  };
}
