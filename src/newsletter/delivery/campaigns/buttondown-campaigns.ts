import { ask } from '../providers/ask.ts';
import {
  accepted,
  type Campaign,
  type CampaignProvider,
  idIn,
  inTemplate,
  objectIn,
  objectsIn,
  textIn,
} from './campaign.ts';

const NAME = 'Buttondown';

/** Buttondown's own address; tests have another. */
const API = 'https://api.buttondown.com';

/** Without these, its older interface lists what was sent alone. */
const STATES = ['draft', 'scheduled', 'about_to_send', 'in_flight', 'paused', 'sent'];

/** It lists a hundred a page. */
const MOST_PAGES = 100;

// Django's templates, in which Buttondown's are written.
const SIGNS: Readonly<Record<string, string>> = {
  '{{': 'openvariable',
  '{%': 'openblock',
  '{#': 'opencomment',
};

const plain = (text: string): string =>
  text.replace(/\{[{%#]/g, (sign) => `{% templatetag ${SIGNS[sign]} %}`);

/** Its body is HTML, of which it makes the plain text itself, and nothing is put around it. */
const AS_IT_IS = { mode: '<!-- buttondown-editor-mode: fancy -->', template: 'naked' };

/**
 * Buttondown (`POST /v1/emails`, `PATCH /v1/emails/ID`), with the state `draft`, which no other state
 * follows by itself. A draft is found again by our id in its metadata.
 */
export function buttondownCampaigns(key: string, api = API): CampaignProvider {
  const askFor = async (method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown) => {
    const headers = { authorization: `Token ${key}` };
    const response = await ask(NAME, `${api}/v1/emails${path}`, { method, headers, data });
    return accepted(NAME, response, 'detail');
  };

  const find = async ({ id }: Campaign) => {
    const states = STATES.map((state) => `status=${state}`).join('&');
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const some = await askFor('GET', `?${states}&page=${page}`);
      const found = objectsIn(some, 'results').find(
        (email) => objectIn(email, 'metadata')['letter'] === id,
      );
      // The next page's address is not followed: the key goes nowhere but to the interface.
      if (found !== undefined || !some['next']) return found;
    }
    return undefined;
  };

  return {
    name: NAME,
    draft: async (campaign) => {
      const found = await find(campaign);
      const at = (id: string) => `https://buttondown.com/emails/${id}`;
      const state = found === undefined ? 'draft' : textIn(found, 'status');
      if (found !== undefined && state !== 'draft') {
        return { what: 'kept', state, address: at(textIn(found, 'id')) };
      }
      const { id, subject, preview, address, html } = campaign;
      const data = {
        subject: plain(subject),
        body: `${AS_IT_IS.mode}\n${inTemplate(html, plain, '{{ unsubscribe_url }}')}`,
        description: preview,
        canonical_url: address,
        template: AS_IT_IS.template,
        status: 'draft',
        metadata: { letter: id },
      };
      if (found !== undefined) {
        await askFor('PATCH', `/${encodeURIComponent(textIn(found, 'id'))}`, data);
        return { what: 'updated', state, address: at(textIn(found, 'id')) };
      }
      return { what: 'made', state, address: at(idIn(NAME, await askFor('POST', '', data))) };
    },
  };
}
