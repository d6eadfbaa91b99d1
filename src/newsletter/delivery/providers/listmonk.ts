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
 * (`POST /api/subscribers`); where it asks them, by its public one (`POST
 * /api/public/subscription`), whose answer would tell who is on the list and is passed to nobody.
 */
export function listmonk(settings: ListmonkSettings, confirms: boolean): Provider {
  const base = settings.url.replace(/\/$/, '');
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
            headers: { authorization: `token ${settings.user}:${settings.token}` },
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
