import { describe, expect, it } from 'vitest';
import { buttondownCampaigns } from '../../../../../src/newsletter/delivery/campaigns/buttondown-campaigns.ts';
import type {
  Campaign,
  CampaignProvider,
} from '../../../../../src/newsletter/delivery/campaigns/campaign.ts';
import { listmonkCampaigns } from '../../../../../src/newsletter/delivery/campaigns/listmonk-campaigns.ts';
import { mailchimpCampaigns } from '../../../../../src/newsletter/delivery/campaigns/mailchimp-campaigns.ts';
import { UNSUBSCRIBE_MARK } from '../../../../../src/newsletter/letters/built-letter.ts';
import { type Got, type Said, stub } from '../providers/stub.ts';

const KEY = 'secretkey-us21';

const LETTER: Campaign = {
  id: 'the-hour-after',
  subject: 'The hour after',
  preview: 'What to do first',
  address: 'https://example.org/newsletter/letters/the-hour-after/',
  html: `<!doctype html><html><body><!--[if mso]><table><tr><td><![endif]--><p>Take a day.</p><a href="${UNSUBSCRIBE_MARK}">Leave</a></body></html>`,
  text: `Take a day.\n\nLeave: ${UNSUBSCRIBE_MARK}\n`,
};

const PROVIDERS: Readonly<Record<string, (url: string, list?: string) => CampaignProvider>> = {
  listmonk: (url, list = '7') =>
    listmonkCampaigns({ url: `${url}/`, list, user: 'api', token: KEY }),
  Buttondown: (url) => buttondownCampaigns(KEY, url),
  Mailchimp: (url) => mailchimpCampaigns({ key: KEY, list: 'abc' }, url),
};

const ok = (data: unknown): Said => ({ status: 200, data });

/** What each provider lists of the letter in this state, and what it says to everything else. */
const SERVERS: Readonly<Record<string, (state: string | undefined) => (got: Got) => Said>> = {
  listmonk:
    (state) =>
    ({ method, path }) => {
      if (path.startsWith('/api/campaigns?')) {
        const other = { id: 4, name: 'Another (the-hour)', status: 'draft' };
        const ours = { id: 5, name: 'An older subject (the-hour-after)', status: state };
        return ok({ data: { results: state === undefined ? [other] : [other, ours] } });
      }
      if (path === '/api/templates' && method === 'GET') {
        return ok({
          data: [{ id: 1, type: 'campaign', body: '<b>{{ template "content" . }}</b>' }],
        });
      }
      if (path === '/api/templates') return ok({ data: { id: 9 } });
      if (path.startsWith('/api/lists')) {
        return ok({ data: { results: [{ id: 3, uuid: 'c2cc0b31' }] } });
      }
      return ok({ data: { id: 5 } });
    },
  Buttondown:
    (state) =>
    ({ method, path }) => {
      if (method !== 'GET') return { status: 201, data: { id: 'em_5' } };
      if (path.endsWith('page=1')) {
        const other = { id: 'em_4', status: 'draft', metadata: { letter: 'the-hour' } };
        return ok({ results: [other], next: 'https://elsewhere.example/?page=2' });
      }
      const ours = { id: 'em_5', status: state, metadata: { letter: LETTER.id } };
      return ok({ results: state === undefined ? [] : [ours], next: null });
    },
  Mailchimp:
    (state) =>
    ({ method }) => {
      if (method !== 'GET') return ok({ id: 'c5', web_id: 55 });
      const title = (text: string) => ({ settings: { title: text } });
      const other = { id: 'c4', web_id: 44, status: 'save', ...title('Another (the-hour)') };
      const ours = { id: 'c5', web_id: 55, status: state, ...title('Older (the-hour-after)') };
      return ok({ campaigns: state === undefined ? [other] : [other, ours] });
    },
};

async function draft(name: string, state?: string, letter = LETTER, list?: string) {
  const { url, got } = await stub(SERVERS[name]?.(state) ?? (() => ({ status: 500 })));
  const said = await PROVIDERS[name]?.(url, list).draft(letter);
  return { said, got, url, written: got.filter(({ method }) => method !== 'GET') };
}

/** All that was written, as one text. */
const textOf = (written: readonly Got[]): string => JSON.stringify(written.map(({ data }) => data));

describe('a letter that is handed over', () => {
  it('becomes a draft at listmonk, with nothing around it', async () => {
    const { said, written, url, got } = await draft('listmonk');
    expect(said).toEqual({ what: 'made', state: 'draft', address: `${url}/admin/campaigns/5` });
    expect(got.every(({ headers }) => headers.authorization === `token api:${KEY}`)).toBe(true);
    expect(written).toMatchObject([
      {
        method: 'POST',
        path: '/api/templates',
        data: { type: 'campaign', body: '{{ template "content" . }}' },
      },
      {
        method: 'POST',
        path: '/api/campaigns',
        data: {
          name: 'The hour after (the-hour-after)',
          subject: 'The hour after',
          type: 'regular',
          content_type: 'html',
          lists: [7],
          template_id: 9,
          altbody: 'Take a day.\n\nLeave: {{ UnsubscribeURL }}\n',
          body: '<!doctype html><html><body>{{ Safe "<!--[if mso]><table><tr><td><![endif]-->" }}<p>Take a day.</p><a href="{{ UnsubscribeURL }}">Leave</a></body></html>',
        },
      },
    ]);
  });

  it('goes to the list of a UUID too', async () => {
    const { written } = await draft('listmonk', undefined, LETTER, 'c2cc0b31');
    expect(written.at(-1)?.data).toMatchObject({ lists: [3] });
    await expect(draft('listmonk', undefined, LETTER, 'nowhere')).rejects.toThrow(
      'listmonk has no list with the UUID in LISTMONK_LIST.',
    );
  });

  it('becomes a draft at Buttondown', async () => {
    const { said, written, got } = await draft('Buttondown');
    expect(said).toEqual({
      what: 'made',
      state: 'draft',
      address: 'https://buttondown.com/emails/em_5',
    });
    expect(got.every(({ headers }) => headers.authorization === `Token ${KEY}`)).toBe(true);
    expect(written).toMatchObject([
      {
        method: 'POST',
        path: '/v1/emails',
        data: {
          subject: 'The hour after',
          status: 'draft',
          template: 'naked',
          canonical_url: LETTER.address,
          metadata: { letter: 'the-hour-after' },
          body: expect.stringMatching(/^<!-- buttondown-editor-mode: fancy -->\n<!doctype html>/),
        },
      },
    ]);
    expect(textOf(written)).toContain('href=\\"{{ unsubscribe_url }}\\"');
  });

  it('becomes a draft at Mailchimp that counts nobody', async () => {
    const { said, written } = await draft('Mailchimp');
    expect(said).toEqual({
      what: 'made',
      state: 'save',
      address: 'https://us21.admin.mailchimp.com/campaigns/edit?id=55',
    });
    expect(written).toMatchObject([
      {
        method: 'POST',
        path: '/3.0/campaigns',
        data: {
          type: 'regular',
          recipients: { list_id: 'abc' },
          settings: { subject_line: 'The hour after', title: 'The hour after (the-hour-after)' },
          tracking: { opens: false, html_clicks: false, text_clicks: false },
        },
      },
      {
        method: 'PUT',
        path: '/3.0/campaigns/c5/content',
        data: {
          plain_text: 'Take a day.\n\nLeave: *|UNSUB|*\n',
          html: expect.stringContaining('href="*|UNSUB|*"'),
        },
      },
    ]);
  });

  it.each([
    ['listmonk', 'draft', ['POST /api/templates', 'PUT /api/campaigns/5']],
    ['Buttondown', 'draft', ['PATCH /v1/emails/em_5']],
    ['Mailchimp', 'save', ['PATCH /3.0/campaigns/c5', 'PUT /3.0/campaigns/c5/content']],
  ])('brings the draft up to date that %s has already', async (name, state, requests) => {
    const { said, written } = await draft(name, state);
    expect(said).toMatchObject({ what: 'updated', state });
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual(requests);
  });

  it.each([
    ['listmonk', 'running'],
    ['listmonk', 'scheduled'],
    ['Buttondown', 'sent'],
    ['Mailchimp', 'sending'],
  ])('is left as it is where %s has it as "%s"', async (name, state) => {
    const { said, written } = await draft(name, state);
    expect(said).toMatchObject({ what: 'kept', state });
    expect(written).toEqual([]);
  });

  it.each(Object.keys(PROVIDERS))('is never sent by %s', async (name) => {
    for (const state of [undefined, 'draft', 'save', 'sent']) {
      const { written } = await draft(name, state);
      expect(textOf(written)).not.toMatch(/about_to_send|scheduled|send_at|publish_date/);
      expect(written.map(({ path }) => path).join()).not.toMatch(/status|actions|send|test/);
    }
  });
});

describe('what would be a sign of a template', () => {
  const signs = (text: string): Campaign => ({
    ...LETTER,
    subject: text,
    html: `<p>${text}</p>`,
    text,
  });

  it('stands for itself at listmonk', async () => {
    const { written } = await draft(
      'listmonk',
      undefined,
      signs('{{ .Subscriber.Email }}@TrackLink'),
    );
    const plain = '{{ "{{" }} .Subscriber.Email }}{{ "@" }}TrackLink';
    expect(written.at(-1)?.data).toMatchObject({
      subject: plain,
      altbody: plain,
      body: `<p>${plain}</p>`,
    });
  });

  it('stands for itself in a comment at listmonk, which holds quotes and lines', async () => {
    const letter = { ...LETTER, html: 'a<!--[if mso]>\n<b c="{{">\\<![endif]-->b' };
    const { written } = await draft('listmonk', undefined, letter);
    expect(written.at(-1)?.data).toMatchObject({
      body: String.raw`a{{ Safe "<!--[if mso]>\n<b c=\"{{\">\\<![endif]-->" }}b`,
    });
  });

  it('stands for itself at Buttondown', async () => {
    const { written } = await draft('Buttondown', undefined, signs('{{ a }}{% b %}{# c #}'));
    const plain =
      '{% templatetag openvariable %} a }}{% templatetag openblock %} b %}{% templatetag opencomment %} c #}';
    expect(written.at(-1)?.data).toMatchObject({
      subject: plain,
      body: expect.stringContaining(`<p>${plain}</p>`),
    });
  });

  it('stands for itself at Mailchimp', async () => {
    const { written } = await draft('Mailchimp', undefined, signs('*|FNAME|*'));
    expect(written[0]?.data).toMatchObject({ settings: { subject_line: '*\u2060|FNAME|*' } });
    expect(written[1]?.data).toMatchObject({
      plain_text: '*\u2060|FNAME|*',
      html: '<p>*&#124;FNAME|*</p>',
    });
  });
});

describe('what a provider refuses', () => {
  it.each([
    ['listmonk', { message: 'Unknown list' }],
    ['Buttondown', { detail: 'Unknown list' }],
    ['Mailchimp', { detail: 'Unknown list', title: 'Bad' }],
  ])('is told in its own words: %s', async (name, data) => {
    const { url } = await stub(() => ({ status: 400, data }));
    await expect(PROVIDERS[name]?.(url).draft(LETTER)).rejects.toThrow(
      `${name} refused (400): Unknown list`,
    );
  });

  it.each(Object.keys(PROVIDERS))('is told where the key is wrong: %s', async (name) => {
    const { url } = await stub(() => ({ status: 403, data: {} }));
    await expect(PROVIDERS[name]?.(url).draft(LETTER)).rejects.toThrow(/does not take our key/);
  });

  it('is asked nothing without an API user', async () => {
    const { url, got } = await stub(() => ok({}));
    const nobody = { url, list: '7', user: undefined, token: undefined };
    await expect(listmonkCampaigns(nobody).draft(LETTER)).rejects.toThrow('set LISTMONK_USER');
    expect(got).toEqual([]);
  });

  it('is no loss where Mailchimp takes the draft and not its content', async () => {
    const { url, got } = await stub((asked) =>
      asked.method === 'PUT'
        ? { status: 400, data: { detail: 'Too long' } }
        : (SERVERS['Mailchimp']?.(got.length > 3 ? 'save' : undefined)(asked) ?? ok({})),
    );
    const again = () => PROVIDERS['Mailchimp']?.(url).draft(LETTER);
    await expect(again()).rejects.toThrow('Mailchimp refused (400): Too long');
    await expect(again()).rejects.toThrow('Mailchimp refused (400): Too long');
    expect(got.map(({ method }) => method)).toEqual(['GET', 'POST', 'PUT', 'GET', 'PATCH', 'PUT']);
  });
});
