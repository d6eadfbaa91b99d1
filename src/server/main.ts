import { fileURLToPath } from 'node:url';
import { SetupError } from '../newsletter/setup-error.ts';
import { complain, say } from '../site/terminal.ts';
import { addressWarning, builtAddress } from './built-address.ts';
import { readConfig } from './config.ts';
import { readWholeSite } from './current-site.ts';
import { followBuilds } from './follow-builds.ts';
import { formWarning } from './form-warning.ts';
import { healthAlone } from './health-alone.ts';
import { hostRule } from './host.ts';
import { LIMITS } from './limits.ts';
import { listen } from './listen.ts';
import { newsletterFor } from './newsletter.ts';
import { createSiteServer } from './site-server.ts';
import { StartError } from './start-error.ts';
import { stoppable } from './stop.ts';
import { warmUp } from './warm-up.ts';

// Shorter than the ten seconds after which containers are usually killed, with what the newsletter
// takes after it.
const STOP_WITHIN_MS = 4_000;

/** The address to open on this machine, whatever the public one is. */
function localAddress(host: string, port: number, base: string): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${base}`;
}

async function start(folder: string): Promise<void> {
  const { port, host, site: address } = readConfig(process.env);
  const first = await readWholeSite(folder);
  let site = first.site;
  const newsletter = await newsletterFor(() => site, folder, address, process.env);
  const server = createSiteServer(
    () => site,
    address.base,
    LIMITS,
    newsletter ?? healthAlone(address.base),
    hostRule(address, host),
  );
  const stop = stoppable(server);
  const warnings = [
    addressWarning(await builtAddress(site), address, host),
    await formWarning(site, process.env),
  ];
  const chosen = await listen(server, port, host);
  for (const warning of warnings) if (warning) complain(warning);
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Ctrl-C under npm arrives twice: from the terminal, and passed on by npm.
      if (stopping.signal.aborted) return;
      stopping.abort();
      say('Stopping. Requests under way are finished first.');
      void stop(STOP_WITHIN_MS).then(() => newsletter?.stop());
    });
  }
  // Said once a stop is graceful.
  say(`The site is at ${localAddress(host, chosen, address.base)}`);
  await followBuilds(folder, first, {
    address,
    signal: stopping.signal,
    withNewsletter: newsletter !== undefined,
    take: (next) => {
      site = next;
    },
  });
  await warmUp(site, stopping.signal);
}

// The folder can be named on the command line, for a site that was built somewhere else.
const folder = process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url));
try {
  await start(folder);
} catch (error) {
  const isForOwner = error instanceof StartError || error instanceof SetupError;
  complain(isForOwner ? error.message : error);
  process.exitCode = 1;
  // Whatever else had been started by then would keep a broken process alive.
  if (!isForOwner) process.exit();
}
