import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { newsletter } from '../../../../src/newsletter/command/main.ts';
import { dataFolder } from '../data-folder.ts';
import { type Got, type Said, stub } from '../delivery/providers/stub.ts';
import { builtLetter, postEnv, readersIn, siteIn } from './letter-site.ts';

/** A listmonk that has no such letter, and takes all. */
const taking = ({ path, method }: Got): Said => {
  if (method !== 'GET') return { status: 200, data: { data: { id: 5 } } };
  const results: unknown[] = [];
  return { status: 200, data: { data: path.includes('templates') ? results : { results } } };
};

/** Hands the letter over to a listmonk that says this. */
async function handOver(
  id: string,
  say: (got: Got) => Said,
  letters = [builtLetter()],
  changes: Readonly<Record<string, string>> = {},
) {
  const root = dataFolder();
  await readersIn(root, 1);
  siteIn(root, letters);
  const { url, got } = await stub(say);
  const lines: string[] = [];
  const note = (line: unknown) => void lines.push(String(line));
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of spies) spy.mockImplementation(note);
  const env = {
    ...postEnv(root, ''),
    NEWSLETTER_PROVIDER: 'listmonk',
    LISTMONK_URL: url,
    LISTMONK_LIST: '7',
    LISTMONK_USER: 'api',
    LISTMONK_TOKEN: 'hush',
    INIT_CWD: join(root, 'data'),
    ...changes,
  };
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const code = await newsletter(['letter', 'hand-over', id], env, nowhere);
  for (const spy of spies) spy.mockRestore();
  return { code, said: lines.join('\n'), got, url };
}

describe('letter hand-over', () => {
  it('makes a draft with the postal address, and says where it is', async () => {
    const { code, said, got, url } = await handOver('the-hour-after', taking);
    expect(said).toBe(
      `listmonk has a draft of it now. Nothing is sent: look at it and send it at ${url}/admin/campaigns/5`,
    );
    expect(code).toBe(0);
    expect(got.at(-1)).toMatchObject({
      path: '/api/campaigns',
      data: {
        altbody: 'Breathe.\n\nLeave: {{ UnsubscribeURL }}\n1 Main Street, Springfield\n',
        body: expect.stringContaining('<a href="{{ UnsubscribeURL }}">Leave</a> 1 Main Street'),
      },
    });
  });

  it.each([
    ['draft', 'listmonk had a draft of it, which is up to date now.'],
    ['finished', 'listmonk has it already, and not as a draft ("finished"), so it was left'],
  ])('says what was there already: %s', async (status, sentence) => {
    const results = [{ id: 5, name: 'Older (the-hour-after)', status }];
    const { code, said } = await handOver('the-hour-after', (got) =>
      got.path.includes('campaigns?') ? { status: 200, data: { data: { results } } } : taking(got),
    );
    expect(said).toContain(sentence);
    expect(code).toBe(0);
  });

  it('says why the provider did not take it', async () => {
    const { code, said } = await handOver('the-hour-after', () => ({
      status: 400,
      data: { message: 'No such list' },
    }));
    expect({ code, said }).toEqual({ code: 1, said: 'listmonk refused (400): No such list' });
  });

  it.each([
    ['no-such', {}, {}, 'There is no letter "no-such"; there is the-hour-after.'],
    ['the-hour-after', { draft: true }, {}, 'The letter "the-hour-after" is a draft; take the'],
    [
      'the-hour-after',
      {},
      { NEWSLETTER_PROVIDER: 'embedded' },
      'There is no provider to hand it over to: set NEWSLETTER_PROVIDER to listmonk,',
    ],
    ['the-hour-after', {}, { SITE_URL: 'nonsense' }, 'SITE_URL'],
  ])('asks nobody where it cannot be: %s %o %o', async (id, letter, env, sentence) => {
    const { code, said, got } = await handOver(id, taking, [builtLetter(letter)], env);
    expect(said).toContain(sentence);
    expect(code).toBe(2);
    expect(got).toEqual([]);
  });
});
