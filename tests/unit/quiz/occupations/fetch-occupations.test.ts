import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchOccupations } from '../../../../src/quiz/occupations/fetch-occupations.ts';
import { OCCUPATION_DATA, OCCUPATION_ROWS } from '../onet.ts';

const whole = () => Response.json(OCCUPATION_DATA);

/** A browser's fetch that gives `responses` one after the other; an Error stands for no network. */
function stubFetch(...responses: readonly (() => Response | Error)[]) {
  const queue = [...responses];
  const fetch = vi.fn(async (_url: string, _options: RequestInit) => {
    const answer = queue.shift()?.();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('Asked once too often.');
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('fetchOccupations', () => {
  it('reads all occupations', async () => {
    stubFetch(whole);
    const occupations = await fetchOccupations('/read.json');
    expect(occupations.map(({ code }) => code)).toEqual(OCCUPATION_ROWS.map(({ code }) => code));
  });

  it('asks once for one address, also while the first request is under way', async () => {
    const fetch = stubFetch(whole, whole);
    const [first, second] = await Promise.all([
      fetchOccupations('/once.json'),
      fetchOccupations('/once.json'),
    ]);
    expect(second).toBe(first);
    expect(await fetchOccupations('/once.json')).toBe(first);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await fetchOccupations('/other.json')).not.toBe(first);
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['/once.json', '/other.json']);
  });

  it.each([
    ['no network', () => new Error('Failed to fetch')],
    ['an error of the server', () => Response.json(OCCUPATION_DATA, { status: 503 })],
    ['a page of a hotel', () => new Response('<!doctype html>')],
    ['other data', () => Response.json({})],
  ])('fails at %s, and tries again when asked again', async (kind, answer) => {
    const fetch = stubFetch(answer, whole);
    const url = `/${kind}.json`;
    await expect(fetchOccupations(url)).rejects.toThrow();
    expect(await fetchOccupations(url)).toHaveLength(OCCUPATION_ROWS.length);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('gives up waiting', async () => {
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const fetch = stubFetch(whole);
    await fetchOccupations('/waiting.json');
    expect(fetch.mock.calls[0]?.[1].signal).toBe(patience.signal);
    timeout.mockRestore();
  });
});
