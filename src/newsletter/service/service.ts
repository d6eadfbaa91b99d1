import type { SiteUrl } from '../../site/site-url.ts';
import { parseAddress } from '../address.ts';
import { hashToken, type KeyedHashes } from '../hashes.ts';
import { networksOf } from '../network.ts';
import type { Errand, List } from '../store/list.ts';
import type { ListError } from '../store/list-error.ts';
import { type Link, readLink } from './bent-link.ts';
import { formFields } from './form-body.ts';
import { healthOf } from './health.ts';
import type { Log } from './log.ts';
import type { Rate } from './rate-limit.ts';
import { responses } from './responses.ts';
import { isSameOrigin } from './same-origin.ts';
import { signUpLimits } from './sign-up-limits.ts';

/** What the service works with. */
export interface Parts {
  readonly site: SiteUrl;
  readonly list: List;
  /** What is known to be wrong with the list; undefined where all is well. */
  readonly ill: () => ListError | undefined;
  /** Throws a SetupError where there is no key. */
  readonly hashes: () => KeyedHashes;
  /** The sentence beside the button, which is what people consent to. */
  readonly wording: string;
  /** What follows a confirmation. */
  readonly afterConfirm: readonly Errand[];
  /** The HTML of a page of the site, by its path without the base path. */
  readonly page: (path: string) => Promise<string | undefined>;
  readonly rates: { readonly network: Rate; readonly all: Rate };
  /** Milliseconds since 1970, on a clock that does not jump. */
  readonly now: () => number;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly monotonic: () => number;
  /** Called when the outbox has something new. */
  readonly wake: () => void;
  /** Why mails, and what a provider is told, do not leave; undefined where they do. */
  readonly trouble: () => Readonly<Record<'mail' | 'provider', string | undefined>>;
  /** Takes all traces of whoever has left out of the files. */
  readonly clear: () => Promise<void>;
  readonly log: Log;
}

/** The newsletter's responses, as a web-standard handler. */
export interface Service {
  /** Whether requests of this method and path, base path included, are for the newsletter. */
  readonly wants: (method: string, path: string) => boolean;
  /** Answers one. `network` is the address that it came from. */
  readonly respond: (request: Request, network: string) => Promise<Response>;
}

const wantsJson = ({ headers }: Request): boolean =>
  headers.get('accept')?.includes('application/json') ?? false;

type Route = (request: Request, network: string) => Promise<Response>;

/** A path that a form may say it stood on. */
const PAGE = /^\/[\w./-]{0,200}$/;

/** Makes the service of its parts. */
export function createService(parts: Parts): Service {
  const { site, list, hashes, wording, now, monotonic, log } = parts;
  const limits = signUpLimits(parts.rates);
  const { seeOther, mistake, busy, unavailable, unreadable, plain, json } = responses(
    site.base,
    parts.page,
  );
  const health = healthOf(parts);

  const subscribe = async (request: Request, network: string): Promise<Response> => {
    const asJson = wantsJson(request);
    if (!isSameOrigin(request.headers, site.origin)) return foreign();
    const networks = networksOf(network);
    const tooMany = (wait: number) => {
      log('newsletter.busy', { wait });
      return busy(wait, asJson);
    };
    const posted = limits.post(networks, monotonic());
    if (posted !== undefined) return tooMany(posted);
    const body = new Uint8Array(await request.arrayBuffer());
    const fields = formFields(request.headers.get('content-type'), body);
    if (!fields) return plain(400, 'This is not what the form of the newsletter sends.');
    const typed = fields.get('email') ?? '';
    const parsed = parseAddress(typed);
    if (parsed.kind === 'mistake') {
      log('newsletter.mistake', { mistake: parsed.mistake });
      return mistake(parsed.mistake, typed, asJson);
    }
    const stored = limits.store(networks, monotonic());
    if (stored !== undefined) return tooMany(stored);
    await list.signUp({
      email: parsed.email,
      trapped: Boolean(fields.get('website')),
      at: now(),
      page: PAGE.exec(fields.get('page') ?? '')?.[0] ?? '',
      wording,
      network: hashes().network(network),
    });
    parts.wake();
    log('newsletter.signup');
    return asJson ? json(200, { kind: 'check' }) : seeOther('/newsletter/check/');
  };

  const confirm = async (
    request: Request,
    network: string,
    token: string | undefined,
  ): Promise<Response> => {
    if (!isSameOrigin(request.headers, site.origin)) return foreign();
    const circumstances = {
      at: now(),
      page: '/newsletter/confirm/',
      wording,
      network: hashes().network(network),
    };
    const outcome =
      token === undefined
        ? 'unknown'
        : await list.confirm(hashToken(token), circumstances, parts.afterConfirm);
    if (outcome === 'confirmed') parts.wake();
    log('newsletter.confirm', { outcome });
    const done = outcome === 'confirmed' || outcome === 'already';
    return seeOther(done ? '/newsletter/confirmed/' : '/newsletter/expired/');
  };

  const unsubscribe = async (
    request: Request,
    network: string,
    token: string | undefined,
  ): Promise<Response> => {
    // RFC 8058, section 3.1: no redirect for a mail program.
    const oneClick = (await request.text()).includes('One-Click');
    const subscriber = hashes().readUnsubscribeToken(token ?? '');
    if (subscriber === undefined) {
      log('newsletter.unreadable');
      return oneClick
        ? plain(400, 'This link is not whole. Use the one in the mail as it is.')
        : unreadable();
    }
    await list.unsubscribe(subscriber, {
      at: now(),
      page: '/newsletter/unsubscribe/',
      wording: '',
      network: hashes().network(network),
    });
    parts.wake();
    await parts.clear();
    log('newsletter.unsubscribe');
    return oneClick ? plain(200, 'You are off the list.') : seeOther('/newsletter/unsubscribed/');
  };

  /** What a link leads to whose path was bent: to its page, where the button is. */
  const straighten = ({ page, token }: Link): Response | Promise<Response> => {
    if (token !== undefined) return seeOther(`/newsletter/${page}/?t=${token}`);
    return page === 'confirm' ? seeOther('/newsletter/expired/') : unreadable();
  };

  const foreign = (): Response => {
    log('newsletter.foreign');
    return plain(
      403,
      'This form was sent from another site. Open the page of the newsletter here.',
    );
  };

  /** What answers a request of this method, path and query; undefined where it is not for us. */
  const routeOf = (method: string, path: string, search = ''): Route | undefined => {
    if (!path.startsWith(site.base)) return undefined;
    const below = path.slice(site.base.length);
    if (method === 'POST' && below === 'newsletter/subscribe/') return subscribe;
    if (method === 'GET' && below === 'health/') {
      return async () => {
        const { status, data } = await health();
        return json(status, data);
      };
    }
    const link = readLink(below, search);
    if (method === 'POST' && link !== undefined) {
      const press = link.page === 'confirm' ? confirm : unsubscribe;
      return (request, network) => press(request, network, link.token);
    }
    return method === 'GET' && link?.straight === false ? async () => straighten(link) : undefined;
  };

  return {
    wants: (method, path) => routeOf(method, path) !== undefined,
    respond: async (request, network) => {
      const { pathname, search } = new URL(request.url);
      try {
        const route = routeOf(request.method, pathname, search);
        return route ? await route(request, network) : plain(404, 'There is nothing here.');
      } catch (error) {
        // Without the path, which may hold the token of a bent link.
        log('newsletter.failed', { why: error instanceof Error ? error.message : 'unknown' });
        return unavailable(wantsJson(request));
      }
    },
  };
}
