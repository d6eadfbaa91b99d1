import { createHash } from 'node:crypto';
import type { Provider } from '../delivery.ts';
import { ask, mustBeGone, refusal } from './ask.ts';

/** Which audience, and the key, which ends with the data center. */
export interface MailchimpSettings {
  readonly key: string;
  readonly list: string;
}

const NAME = 'Mailchimp';

/** Mailchimp's own address in a data center; tests have another. */
const apiOf = (key: string) => `https://${key.split('-').at(-1)}.api.mailchimp.com`;

/**
 * Mailchimp (`PUT /3.0/lists/LIST/members/MD5`, which adds or leaves as is). Somebody who had left
 * or was cleaned is in "compliance state" and can only be asked again. Who leaves here is
 * `unsubscribed` there (`PATCH`), who is forgotten is deleted for good.
 */
export function mailchimp(
  { key, list }: MailchimpSettings,
  confirms: boolean,
  api = apiOf(key),
): Provider {
  const headers = { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` };
  const memberAt = (email: string): string => {
    const member = createHash('md5').update(email.toLowerCase()).digest('hex');
    return `${api}/3.0/lists/${encodeURIComponent(list)}/members/${member}`;
  };
  const put = (email: string, at: number, status: 'subscribed' | 'pending') => {
    return ask(NAME, memberAt(email), {
      method: 'PUT',
      headers,
      data: {
        email_address: email,
        status_if_new: status,
        // Somebody who had left and confirmed here wants to be back.
        status,
        timestamp_signup: new Date(at).toISOString().slice(0, 19),
      },
    });
  };
  return {
    confirms,
    leave: async (email) => {
      const asking = { method: 'PATCH', headers, data: { status: 'unsubscribed' } } as const;
      mustBeGone(NAME, await ask(NAME, memberAt(email), asking), 'title');
    },
    forget: async (email) => {
      const url = `${memberAt(email)}/actions/delete-permanent`;
      mustBeGone(NAME, await ask(NAME, url, { method: 'POST', headers }), 'title');
    },
    add: async ({ email, at }) => {
      const first = await put(email, at, confirms ? 'pending' : 'subscribed');
      const again = first.status === 400 && first.data['title'] === 'Member In Compliance State';
      const response = again ? await put(email, at, 'pending') : first;
      if (response.status < 300 || response.data['title'] === 'Member Exists') return;
      throw refusal(NAME, response, 'title');
    },
  };
}
