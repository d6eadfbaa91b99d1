import { DeliveryError } from '../delivery.ts';

/** How long a provider may take, in milliseconds. */
const PATIENCE = 20_000;

/** A request to a provider's interface. */
export interface Asking {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent as JSON; undefined for nothing. */
  readonly data?: unknown;
}

/** What a provider answered. */
export interface ProviderResponse {
  readonly status: number;
  /** The JSON of its body; an empty object where there is none. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Sends JSON to `url` and reads the JSON that comes back. Throws a DeliveryError that may pass where
 * the provider cannot be reached, is broken (5xx), asks to wait (429, with `Retry-After` in seconds or
 * as a date: RFC 9110, section 10.2.3), or where it was not the provider that answered, but a page of
 * something in front of it: whatever such a response says, nobody was added or taken off.
 */
export async function ask(
  provider: string,
  url: string,
  { method, headers = {}, data }: Asking,
): Promise<ProviderResponse> {
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    ...(data !== undefined && { body: JSON.stringify(data) }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => {
    throw new DeliveryError(`${provider} could not be reached.`);
  });
  const { status } = response;
  const text = await response.text().catch(() => {
    throw new DeliveryError(`${provider} did not finish its answer.`);
  });
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
  return { status, data: dataOf(provider, status, text) };
}

function dataOf(provider: string, status: number, text: string): ProviderResponse['data'] {
  if (text.trim() === '') return {};
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null) return { ...data };
  } catch {
    // No JSON: told below, as any other page is.
  }
  throw new DeliveryError(
    `Something else than ${provider} answered (${status}). Check its address.`,
  );
}

/** Milliseconds to wait, by a Retry-After header. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(wait, 0) : undefined;
}

/** Does what a provider answers, where 404 says that it has nobody of this name. */
export function mustBeGone(provider: string, response: ProviderResponse, field: string): void {
  if (response.status >= 300 && response.status !== 404) throw refusal(provider, response, field);
}

/** What is wrong with what was sent (RFC 9110, 15.5): all else is about us, and may be mended. */
const ABOUT_THE_ADDRESS: readonly number[] = [400, 409, 422];

/**
 * The error for a refusal, by the provider's own reason. Only what is about the address is final: a
 * list that is not there, or a bill that is not paid, is tried again, and the owner sees it meanwhile.
 */
export function refusal(provider: string, { status, data }: ProviderResponse, field: string) {
  const reason = data[field];
  // A code or a title, never a sentence that could hold the address.
  const told = typeof reason === 'string' && /^[\w -]{1,60}$/.test(reason) ? `: ${reason}` : '';
  const permanent = ABOUT_THE_ADDRESS.includes(status);
  return new DeliveryError(`${provider} refused (${status}${told}).`, { permanent });
}
