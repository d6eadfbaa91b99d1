import { ask } from '../providers/ask.ts';
import type { MailchimpSettings } from '../providers/mailchimp.ts';
import {
  accepted,
  type Campaign,
  type CampaignProvider,
  idIn,
  inTemplate,
  isTitleOf,
  objectIn,
  objectsIn,
  textIn,
  titleOf,
} from './campaign.ts';

const NAME = 'Mailchimp';

/** What a draft is called there. */
const DRAFT = 'save';

/** The most that it lists at once. */
const PAGE = 1000;

// A merge tag begins with *|. A word joiner between the two is invisible in text.
const plain = (text: string): string => text.replaceAll('*|', '*\u2060|');
const markup = (html: string): string => html.replaceAll('*|', '*&#124;');

const UNSUBSCRIBE = '*|UNSUB|*';

/**
 * Mailchimp (`POST /3.0/campaigns`, then `PUT /3.0/campaigns/ID/content`; `PATCH` for one that is
 * there). Without its counting of who opens and follows what. A draft is found again by its title.
 */
export function mailchimpCampaigns(
  { key, list }: MailchimpSettings,
  api = `https://${key.split('-').at(-1)}.api.mailchimp.com`,
): CampaignProvider {
  const headers = { authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` };
  const askFor = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, data?: unknown) => {
    const response = await ask(NAME, `${api}/3.0/campaigns${path}`, { method, headers, data });
    return accepted(NAME, response, 'detail');
  };

  const find = async (campaign: Campaign) => {
    const asked = `?list_id=${encodeURIComponent(list)}&count=${PAGE}&sort_field=create_time&sort_dir=DESC`;
    return objectsIn(await askFor('GET', asked), 'campaigns').find((one) =>
      isTitleOf(objectIn(one, 'settings')['title'], campaign),
    );
  };

  return {
    name: NAME,
    draft: async (campaign) => {
      const at = (webId: string) =>
        `https://${key.split('-').at(-1)}.admin.mailchimp.com/campaigns/edit?id=${webId}`;
      const found = await find(campaign);
      const state = found === undefined ? DRAFT : textIn(found, 'status');
      if (found !== undefined && state !== DRAFT) {
        return { what: 'kept', state, address: at(textIn(found, 'web_id')) };
      }
      const data = {
        type: 'regular',
        recipients: { list_id: list },
        settings: { subject_line: plain(campaign.subject), title: titleOf(campaign) },
        tracking: { opens: false, html_clicks: false, text_clicks: false },
      };
      const draft =
        found === undefined
          ? await askFor('POST', '', data)
          : await askFor('PATCH', `/${textIn(found, 'id')}`, data);
      // Where this one fails, the next attempt finds the empty draft and fills it.
      await askFor('PUT', `/${idIn(NAME, draft)}/content`, {
        html: inTemplate(campaign.html, markup, UNSUBSCRIBE),
        plain_text: inTemplate(campaign.text, plain, UNSUBSCRIBE),
      });
      const what = found === undefined ? 'made' : 'updated';
      return { what, state, address: at(textIn(draft, 'web_id')) };
    },
  };
}
