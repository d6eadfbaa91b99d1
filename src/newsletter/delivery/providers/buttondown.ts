import { DeliveryError, type Provider } from '../delivery.ts';
import { ask, refusal } from './ask.ts';

const NAME = 'Buttondown';

/** Buttondown's own address; tests have another. */
const API = 'https://api.buttondown.com';

/** Reasons that are no failure of ours: it has them, or they had left. */
const SETTLED: readonly unknown[] = ['email_already_exists', 'subscriber_suppressed'];

/** Reasons that pass: there is a limit of creations a day. */
const LATER: readonly unknown[] = ['rate_limited', 'too_many_subscribers'];

/**
 * Buttondown (`POST /v1/subscribers`, `PATCH /v1/subscribers/EMAIL`). Type `regular` skips its own
 * question to confirm.
 */
export function buttondown(key: string, confirms: boolean, api = API): Provider {
  const authorization = `Token ${key}`;
  return {
    confirms,
    add: async ({ email, page }) => {
      const answer = await ask(NAME, `${api}/v1/subscribers`, {
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
      const reason = answer.data['code'];
      if (answer.status < 300 || SETTLED.includes(reason)) return;
      if (LATER.includes(reason)) throw new DeliveryError(`${NAME} takes no more today.`);
      throw refusal(NAME, answer, 'code');
    },
    remove: async (email) => {
      const answer = await ask(NAME, `${api}/v1/subscribers/${encodeURIComponent(email)}`, {
        method: 'PATCH',
        headers: { authorization },
        data: { type: 'unsubscribed' },
      });
      if (answer.status >= 300 && answer.status !== 404) throw refusal(NAME, answer, 'code');
    },
  };
}
