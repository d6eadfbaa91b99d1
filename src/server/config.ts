import { z } from 'zod';
import { parseSiteUrl, type SiteUrl } from '../site/site-url.ts';
import { StartError } from './start-error.ts';

/** What the environment decides about the server. */
export interface ServerConfig {
  /** The port to listen on; 0 lets the system choose a free one. */
  readonly port: number;
  /** The host name or IP address to listen on. */
  readonly host: string;
  /** The public address of the site. Never taken from the `Host` header of a request. */
  readonly site: SiteUrl;
}

const PORT_RULE = 'It should be a whole number from 0 to 65535, such as 4321';
const HOST_RULE = 'It should be a host name or an IP address alone, such as localhost or 0.0.0.0';

const refuse = (name: string, rule: string) => (issue: { readonly input?: unknown }) =>
  `${name} is ${JSON.stringify(issue.input)}. ${rule}.`;

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
    error: refuse('PORT', PORT_RULE),
  })
  .transform(Number);

const host = z.union([z.ipv4(), z.ipv6(), z.hostname()], { error: refuse('HOST', HOST_RULE) });

const site = z.string().transform((text, context) => {
  try {
    return parseSiteUrl(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' });
    return z.NEVER;
  }
});

const environment = z.object({
  PORT: port.default(4321),
  HOST: host.default('localhost'),
  SITE_URL: site.optional(),
});

/**
 * Reads `PORT`, `HOST` and `SITE_URL`. An empty variable counts as one that is not set.
 *
 * @param env usually `process.env`
 * @throws StartError with one sentence a mistake: the variable, what was found, what is allowed
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const set = Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const result = environment.safeParse(set);
  if (!result.success) {
    throw new StartError(result.error.issues.map((issue) => issue.message).join('\n'));
  }
  const { PORT, HOST, SITE_URL } = result.data;
  return {
    port: PORT,
    host: HOST,
    site: SITE_URL ?? parseSiteUrl(undefined, `http://localhost:${PORT}/`),
  };
}
