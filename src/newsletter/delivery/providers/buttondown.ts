import { DeliveryError, type Provider } from '../delivery.ts';
import { ask, mustBeGone, refusal } from './ask.ts';

const NAME = 'Buttondown';

/** Buttondown's own address; tests have another. */
const API = 'https://api.buttondown.com';

/** Reasons that are no failure of ours: it has them, or they had left. */
const SETTLED: readonly unknown[] = ['email_already_exists', 'subscriber_suppressed'];

/** Reasons that pass: there is a limit of creations a day. */
const LATER: readonly unknown[] = ['rate_limited', 'too_many_subscribers'];

/**
 * Buttondown (`POST /v1/subscribers`; `PATCH` and `DELETE /v1/subscribers/ADDRESS`). Type `regular`
 * skips its own question to confirm.
 */
export function buttondown(key: string, confirms: boolean, api = API): Provider {
  const authorization = `Token ${key}`;
  const subscriber = (email: string) => `${api}/v1/subscribers/${encodeURIComponent(email)}`;
  return {
    confirms,
    leave: async (email) => {
      const asking = { headers: { authorization }, data: { type: 'unsubscribed' } };
      mustBeGone(NAME, await ask(NAME, subscriber(email), { method: 'PATCH', ...asking }), 'code');
    },
    forget: async (email) => {
      const asking = { method: 'DELETE', headers: { authorization } } as const;
      mustBeGone(NAME, await ask(NAME, subscriber(email), asking), 'code');
    },
    add: async ({ email, page }) => {
      const response = await ask(NAME, `${api}/v1/subscribers`, {
        method: 'POST',
        headers: {
          authorization,
          'x-buttondown-collision-behavior': 'no_op',
        },
        data: {
          email_address: email,
          metadata: { page },
          ...(!confirms && { type: 'regular' }),
        },
      });
      const reason = response.data['code'];
      if (response.status < 300 || SETTLED.includes(reason)) return;
      if (LATER.includes(reason)) throw new DeliveryError(`${NAME} takes no more today.`);
      throw refusal(NAME, response, 'code');
    },
  };
}
