import type { Provider } from '../delivery.ts';
import { ask, refusal } from './ask.ts';

/** Where listmonk is, and which list. */
export interface ListmonkSettings {
  readonly url: string;
  /** The list's number, or its UUID where listmonk asks people to confirm. */
  readonly list: string;
  readonly user: string | undefined;
  readonly token: string | undefined;
}

const NAME = 'listmonk';

/**
 * listmonk. Where people confirm here, subscribers go in by its admin interface as confirmed
 * (`POST /api/subscribers`) and leave the list there (`PUT /api/subscribers/query/lists`, which finds
 * them by an SQL expression; it knows addresses in lower case); where it asks them, by its public one (`POST
 * /api/public/subscription`), whose answer would tell who is on the list and is passed to nobody.
 */
export function listmonk(settings: ListmonkSettings, confirms: boolean): Provider {
  const base = settings.url.replace(/\/$/, '');
  const headers = { authorization: `token ${settings.user}:${settings.token}` };
  return {
    confirms,
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
    remove: async (email) => {
      const list = [Number(settings.list)];
      const answer = await ask(NAME, `${base}/api/subscribers/query/lists`, {
        method: 'PUT',
        headers,
        data: {
          // The only sign of an address that means something in an SQL string is the apostrophe.
          query: `LOWER(subscribers.email) = '${email.toLowerCase().replaceAll("'", "''")}'`,
          ...{ list_ids: list, action: 'unsubscribe', target_list_ids: list },
        },
      });
      if (answer.status >= 300) throw refusal(NAME, answer, 'code');
    },
  };
}
