import { DeliveryError } from '../delivery.ts';
import { ask } from '../providers/ask.ts';
import type { ListmonkSettings } from '../providers/listmonk.ts';
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

const NAME = 'listmonk';

/** A template that adds nothing: a letter is a whole page, and its own pixel would count readers. */
const BARE = { name: 'Nothing around it', body: '{{ template "content" . }}' };

const isBare = (body: string): boolean =>
  /^\s*\{\{\s*template\s+"content"\s+\.\s*\}\}\s*$/.test(body);

// Go's html/template throws comments away, and with them what Outlook needs. JSON's strings are Go's.
const COMMENT = /<!--[\s\S]*?-->/g;

const plain = (text: string): string =>
  // The second is listmonk's short form of a link that counts clicks.
  text.replaceAll('{{', '{{ "{{" }}').replaceAll('@TrackLink', '{{ "@" }}TrackLink');

function markup(html: string): string {
  const comments = (html.match(COMMENT) ?? []).map((text) => `{{ Safe ${JSON.stringify(text)} }}`);
  return html
    .split(COMMENT)
    .map((text, index) => plain(text) + (comments[index] ?? ''))
    .join('');
}

const UNSUBSCRIBE = '{{ UnsubscribeURL }}';

/**
 * listmonk (`POST /api/campaigns`, `PUT /api/campaigns/ID`), which makes nothing but drafts. A draft is
 * found again by its name, in a list without bodies. The API user needs campaigns and templates, to get
 * and to manage.
 */
export function listmonkCampaigns(settings: ListmonkSettings): CampaignProvider {
  const base = settings.url.replace(/\/$/, '');
  const { user, token } = settings;
  const askFor = async (method: 'GET' | 'POST' | 'PUT', path: string, data?: unknown) => {
    if (user === undefined || token === undefined) {
      throw new DeliveryError(
        `${NAME} takes letters from an API user alone: set LISTMONK_USER and LISTMONK_TOKEN.`,
      );
    }
    const headers = { authorization: `token ${user}:${token}` };
    const response = await ask(NAME, `${base}/api/${path}`, { method, headers, data });
    return accepted(NAME, response, 'message');
  };

  /** The list's number, where it was given by the UUID that its public interface wants. */
  const list = async (): Promise<number> => {
    if (/^\d+$/.test(settings.list)) return Number(settings.list);
    const { results } = objectIn(await askFor('GET', 'lists?per_page=all'), 'data');
    const found = objectsIn({ results }, 'results').find(({ uuid }) => uuid === settings.list);
    if (found !== undefined) return Number(found['id']);
    throw new DeliveryError(`${NAME} has no list with the UUID in LISTMONK_LIST.`);
  };

  const bareTemplate = async (): Promise<number> => {
    const templates = objectsIn(await askFor('GET', 'templates'), 'data');
    const found = templates.find(
      (template) => template['type'] === 'campaign' && isBare(textIn(template, 'body')),
    );
    if (found !== undefined) return Number(found['id']);
    const made = await askFor('POST', 'templates', { ...BARE, type: 'campaign', subject: '' });
    return Number(idIn(NAME, objectIn(made, 'data')));
  };

  const find = async (campaign: Campaign) => {
    const all = await askFor('GET', 'campaigns?no_body=true&per_page=all');
    return objectsIn(objectIn(all, 'data'), 'results').find(({ name }) =>
      isTitleOf(name, campaign),
    );
  };

  return {
    name: NAME,
    draft: async (campaign) => {
      const found = await find(campaign);
      const at = (id: string) => `${base}/admin/campaigns/${id}`;
      const state = found === undefined ? 'draft' : textIn(found, 'status');
      if (found !== undefined && state !== 'draft') {
        return { what: 'kept', state, address: at(textIn(found, 'id')) };
      }
      const data = {
        name: titleOf(campaign),
        subject: plain(campaign.subject),
        type: 'regular',
        content_type: 'html',
        messenger: 'email',
        lists: [await list()],
        template_id: await bareTemplate(),
        body: inTemplate(campaign.html, markup, UNSUBSCRIBE),
        altbody: inTemplate(campaign.text, plain, UNSUBSCRIBE),
      };
      if (found !== undefined) {
        await askFor('PUT', `campaigns/${textIn(found, 'id')}`, data);
        return { what: 'updated', state, address: at(textIn(found, 'id')) };
      }
      const made = objectIn(await askFor('POST', 'campaigns', data), 'data');
      return { what: 'made', state, address: at(idIn(NAME, made)) };
    },
  };
}
