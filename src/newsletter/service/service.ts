import type { SiteUrl } from '../../build/site-url.ts';
import { parseAddress } from '../address.ts';
import { hashToken, type KeyedHashes } from '../hashes.ts';
import type { Errand, Store } from '../store/store.ts';
import { answers } from './answers.ts';
import { formFields } from './form-body.ts';
import type { Log } from './log.ts';
import { type Rate, RateLimit } from './rate-limit.ts';
import { isSameOrigin } from './same-origin.ts';

/** What the service works with. */
export interface Parts {
  readonly site: SiteUrl;
  readonly store: Store;
  readonly hashes: KeyedHashes;
  /** The sentence beside the button, which is what people consent to. */
  readonly wording: string;
  /** What follows a confirmation. */
  readonly afterConfirm: readonly Errand[];
  /** The HTML of a page of the site, by its path without the base path. */
  readonly page: (path: string) => Promise<string | undefined>;
  readonly rates: { readonly network: Rate; readonly all: Rate };
  readonly now: () => number;
  /** Called when the outbox has something new. */
  readonly wake: () => void;
  readonly log: Log;
}

/** The newsletter's answers, as a web-standard handler. */
export interface Service {
  /** Whether requests of this method and path, base path included, are for the newsletter. */
  readonly wants: (method: string, path: string) => boolean;
  /** Answers one. `network` is the address that it came from. */
  readonly answer: (request: Request, network: string) => Promise<Response>;
}

/** A token as newToken writes it: 32 bytes in base64url (RFC 4648, section 5). */
const TOKEN = /^[\w-]{43}$/;

/** A path that a form may say it stood on. */
const PAGE = /^\/[\w./-]{0,200}$/;

/** Makes the service of its parts. */
export function createService(parts: Parts): Service {
  const { site, store, hashes, wording, now, log } = parts;
  const perNetwork = new RateLimit(parts.rates.network);
  const ofAll = new RateLimit(parts.rates.all);
  const { seeOther, mistake, busy, plain, json } = answers(site.base, parts.page);

  const subscribe = async (request: Request, network: string): Promise<Response> => {
    const asJson = request.headers.get('accept')?.includes('application/json') ?? false;
    if (!isSameOrigin(request.headers, site.origin)) return foreign();
    const hash = hashes.network(network);
    const wait = perNetwork.take(hash, now()) ?? ofAll.take('', now());
    if (wait !== undefined) {
      log('newsletter.busy', { wait });
      return busy(wait, asJson);
    }
    const body = new Uint8Array(await request.arrayBuffer());
    const fields = formFields(request.headers.get('content-type'), body);
    if (!fields) return plain(400, 'This is not what the form of the newsletter sends.');
    const typed = fields.get('email') ?? '';
    const parsed = parseAddress(typed);
    if (parsed.kind === 'mistake') {
      log('newsletter.mistake', { mistake: parsed.mistake });
      return mistake(parsed.mistake, typed, asJson);
    }
    store.signUp({
      email: parsed.email,
      trapped: Boolean(fields.get('website')),
      at: now(),
      page: PAGE.exec(fields.get('page') ?? '')?.[0] ?? '',
      wording,
      network: hash,
    });
    parts.wake();
    log('newsletter.signup');
    return asJson ? json(200, { kind: 'check' }) : seeOther('/newsletter/check/');
  };

  const confirm = async (request: Request, network: string): Promise<Response> => {
    if (!isSameOrigin(request.headers, site.origin)) return foreign();
    const token = new URL(request.url).searchParams.get('t') ?? '';
    const circumstances = {
      at: now(),
      page: '/newsletter/confirm/',
      wording,
      network: hashes.network(network),
    };
    const outcome = TOKEN.test(token)
      ? store.confirm(hashToken(token), circumstances, parts.afterConfirm)
      : 'unknown';
    if (outcome === 'confirmed') parts.wake();
    log('newsletter.confirm', { outcome });
    const done = outcome === 'confirmed' || outcome === 'already';
    return seeOther(done ? '/newsletter/confirmed/' : '/newsletter/expired/');
  };

  const unsubscribe = async (request: Request, network: string): Promise<Response> => {
    const url = new URL(request.url);
    const subscriber = hashes.readUnsubscribeToken(url.searchParams.get('t') ?? '');
    if (subscriber === undefined) {
      return plain(400, 'This link is not whole. Use the one in the mail as it is.');
    }
    store.unsubscribe(subscriber, {
      at: now(),
      page: '/newsletter/unsubscribe/',
      wording: '',
      network: hashes.network(network),
    });
    log('newsletter.unsubscribe');
    // RFC 8058, section 3.1: no redirect for a mail program.
    const oneClick = (await request.text()).includes('One-Click');
    return oneClick ? plain(200, 'You are off the list.') : seeOther('/newsletter/unsubscribed/');
  };

  const foreign = (): Response => {
    log('newsletter.foreign');
    return plain(
      403,
      'This form was sent from another site. Open the page of the newsletter here.',
    );
  };

  const health = async (): Promise<Response> => {
    const { failed } = store.counts();
    return json(200, { status: 'ok', mail: failed > 0 ? 'some mails were given up' : 'ok' });
  };

  const routes = new Map<string, (request: Request, network: string) => Promise<Response>>([
    ['POST newsletter/subscribe/', subscribe],
    ['POST newsletter/confirm/', confirm],
    ['POST newsletter/unsubscribe/', unsubscribe],
    ['GET health/', health],
  ]);
  const routeOf = (method: string, path: string) =>
    path.startsWith(site.base)
      ? routes.get(`${method} ${path.slice(site.base.length)}`)
      : undefined;

  return {
    wants: (method, path) => routeOf(method, path) !== undefined,
    answer: async (request, network) => {
      const { pathname } = new URL(request.url);
      try {
        const route = routeOf(request.method, pathname);
        return route ? await route(request, network) : plain(404, 'There is nothing here.');
      } catch (error) {
        const why = error instanceof Error ? error.message : 'unknown';
        log('newsletter.failed', { path: pathname, why });
        return plain(503, 'This could not be saved just now. Please try again in a few minutes.');
      }
    },
  };
}
