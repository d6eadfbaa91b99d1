type Environment = Readonly<Record<string, string | undefined>>;

interface Host {
  readonly name: string;
  /** A variable that it sets for every build. */
  readonly sign: string;
  /** The variable in which it says the site's address. */
  readonly address?: string;
  /** Whether what it publishes is files alone. */
  readonly filesOnly?: true;
}

/** Hosts that build by themselves, as their documentation names their variables. */
const HOSTS: readonly Host[] = [
  { name: 'Netlify', sign: 'NETLIFY', address: 'URL', filesOnly: true },
  { name: 'Cloudflare Pages', sign: 'CF_PAGES', address: 'CF_PAGES_URL', filesOnly: true },
  { name: 'Vercel', sign: 'VERCEL', address: 'VERCEL_PROJECT_PRODUCTION_URL', filesOnly: true },
  { name: 'Render', sign: 'RENDER', address: 'RENDER_EXTERNAL_URL' },
  { name: 'GitLab', sign: 'GITLAB_CI', address: 'CI_PAGES_URL' },
  { name: 'GitHub Actions', sign: 'GITHUB_ACTIONS' },
  { name: 'a build server', sign: 'CI' },
];

/** What is said of a build, and how loudly. */
export interface PublishingNote {
  readonly level: 'info' | 'warn';
  readonly text: string;
}

const isSet = (env: Environment, name: string) => !/^(|0|false)$/i.test(env[name]?.trim() ?? '');

/**
 * What to tell of the public address of a build: nothing where `SITE_URL` says it. Whoever builds on a
 * host, or on a server for others, is warned, with the address that the host knows; on one's own machine
 * it is a hint, as nobody can tell there whether a build will be published.
 *
 * @param built the address that the site was built for
 */
export function addressNote(env: Environment, built: string): PublishingNote | undefined {
  if (isSet(env, 'SITE_URL')) return undefined;
  const host = hostOf(env);
  const without = `SITE_URL is not set, so the feed, the sitemap and shared links name ${built}.`;
  if (!host) return { level: 'info', text: `${without} Set it before you publish, best in .env.` };
  const known = host.address && env[host.address]?.trim();
  const address = known && (/^https?:/.test(known) ? known : `https://${known}`);
  const where = address ? `${host.name} says ${address}` : `This build runs on ${host.name}`;
  return { level: 'warn', text: `${without} ${where}. Set SITE_URL there and build again.` };
}

/**
 * What to tell of a newsletter's form that posts to this site's own server, where there may be none:
 * nothing where `NEWSLETTER_PROVIDER` says what becomes of it.
 */
export function formNote(env: Environment): PublishingNote | undefined {
  const provider = env['NEWSLETTER_PROVIDER']?.trim() ?? '';
  if (provider === 'none' || provider === 'form') return undefined;
  const choice =
    'Set NEWSLETTER_PROVIDER to none, which leaves the form out, or to form, with the address of a provider';
  const host = hostOf(env);
  if (host?.filesOnly) {
    const text = `The newsletter's form posts to this site's own server, and ${host.name} publishes files alone: what readers type goes nowhere. ${choice}, and build again.`;
    return { level: 'warn', text };
  }
  if (provider !== '' || !isSet(env, 'SITE_URL')) return undefined;
  const text = `The newsletter's form posts to "npm run serve". Where something else serves dist/, it posts to nothing. ${choice}. With our server, say NEWSLETTER_PROVIDER=embedded, and this line goes.`;
  return { level: 'info', text };
}

function hostOf(env: Environment): Host | undefined {
  return HOSTS.find(({ sign }) => isSet(env, sign));
}
