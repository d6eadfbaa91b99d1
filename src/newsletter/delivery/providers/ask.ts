import { DeliveryError } from '../delivery.ts';

/** How long a provider may take, in milliseconds. */
const PATIENCE = 20_000;

/** A request to a provider's interface. */
export interface Asking {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  readonly data: unknown;
}

/** What a provider answered. */
export interface ProviderAnswer {
  readonly status: number;
  /** The JSON of its body; an empty object where it is none. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Sends JSON to `url` and reads the JSON that comes back. Throws a DeliveryError that may pass where
 * the provider cannot be reached, is broken (5xx) or asks to wait (429, with `Retry-After` in
 * seconds or as a date: RFC 9110, section 10.2.3).
 */
export async function ask(
  provider: string,
  url: string,
  { method, headers = {}, data }: Asking,
): Promise<ProviderAnswer> {
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(data),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => {
    throw new DeliveryError(`${provider} could not be reached.`);
  });
  const { status } = response;
  const body: unknown = await response.json().catch(() => ({}));
  if (status === 429) {
    throw new DeliveryError(`${provider} asks to wait.`, {
      retryAfter: waitOf(response.headers.get('retry-after')),
    });
  }
  if (status >= 500) throw new DeliveryError(`${provider} answered ${status}.`);
  if (status === 401 || status === 403) {
    // For the owner to mend, and then it works: not permanent.
    throw new DeliveryError(`${provider} does not take our key (${status}). Check it.`);
  }
  return { status, data: typeof body === 'object' && body !== null ? { ...body } : {} };
}

/** Milliseconds to wait, by a Retry-After header. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}

/** The error for a refusal that trying again would not change, by the provider's own reason. */
export function refusal(provider: string, { status, data }: ProviderAnswer, field: string) {
  const reason = data[field];
  // A code or a title, never a sentence that could hold the address.
  const told = typeof reason === 'string' && /^[\w -]{1,60}$/.test(reason) ? `: ${reason}` : '';
  return new DeliveryError(`${provider} refused (${status}${told}).`, { permanent: true });
}
