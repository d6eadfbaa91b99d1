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

/**
 * listmonk. Where people confirm here, subscribers go in by its admin interface as confirmed
 * (`POST /api/subscribers`); where it asks them, by its public one (`POST
 * /api/public/subscription`), whose response would tell who is on the list and is passed to nobody.
 * Who leaves or is forgotten is found by an SQL expression (`PUT /api/subscribers/query/lists`, `POST
 * /api/subscribers/query/delete`), which needs the API user.
 */
export function listmonk(settings: ListmonkSettings, confirms: boolean): Provider {
  const base = settings.url.replace(/\/$/, '');
  const headers = { authorization: `token ${settings.user}:${settings.token}` };

  /** Asks the admin interface about all subscribers of this address, which are one or none. */
  const askAbout = async (
    email: string,
    path: string,
    method: 'PUT' | 'POST',
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> => {
    if (settings.user === undefined || settings.token === undefined) {
      throw new DeliveryError(
        `${NAME} cannot be told who left: set LISTMONK_USER and LISTMONK_TOKEN.`,
      );
    }
    // The only sign of an address that means something in an SQL string is the apostrophe.
    const query = `LOWER(subscribers.email) = '${email.toLowerCase().replaceAll("'", "''")}'`;
    const response = await ask(NAME, `${base}/api/subscribers/query/${path}`, {
      method,
      headers,
      data: { query, ...data },
    });
    mustBeGone(NAME, response, 'code');
  };

  return {
    confirms,
    leave: async (email) => {
      const list = [Number(settings.list)];
      if (!/^\d+$/.test(settings.list)) {
        throw new DeliveryError(`${NAME} takes nobody off a list that is known by its UUID.`, {
          permanent: true,
        });
      }
      await askAbout(email, 'lists', 'PUT', {
        ...{ list_ids: list, action: 'unsubscribe', target_list_ids: list },
      });
    },
    forget: (email) => askAbout(email, 'delete', 'POST', {}),
    add: async ({ email }) => {
      const response = confirms
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
      if (response.status >= 300 && response.status !== 409) throw refusal(NAME, response, 'code');
    },
  };
}
