import { readContent } from '../newsletter/content.ts';
import { contentDirectory } from '../site/content-directory.ts';
import type { SiteUrl } from '../site/site-url.ts';
import { say } from '../site/terminal.ts';
import { addressMismatch, builtAddress } from './built-address.ts';
import {
  follower,
  markOf,
  type ReadSite,
  readWholeSite,
  reusing,
  withEarlierFiles,
} from './current-site.ts';
import { hasNewsletter } from './newsletter.ts';
import type { Site } from './site.ts';
import { warmUp } from './warm-up.ts';

/** Two looks decide, so a new build is served after two to three seconds. */
const LOOK_EVERY_MS = 1_000;

/** How many earlier sites leave the files that pages of theirs, still open somewhere, may load. */
const EARLIER = 3;

/** The server that follows. */
export interface FollowingServer {
  readonly address: SiteUrl;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Whether this process answers the newsletter's form. */
  readonly withNewsletter: boolean;
  /** Serves another site from now on. */
  readonly take: (site: Site) => void;
}

/** Takes up each site that is built into `folder` after `first`, until `signal` says stop. */
export async function followBuilds(
  folder: string,
  first: ReadSite,
  { address, signal, withNewsletter, take }: FollowingServer,
): Promise<void> {
  let last = first.site;
  let earlier: readonly Site[] = [];
  const words = withNewsletter ? await newsletterWords(folder) : '';
  // A stop may have come meanwhile, and would not come again.
  if (signal.aborted) return;
  const look = follower(first.mark, {
    mark: () => markOf(folder),
    read: () => readWholeSite(folder),
    refusal: async (site) => {
      if (hasNewsletter(site) !== hasNewsletter(first.site)) return RESTART;
      if (withNewsletter && (await newsletterWords(folder)) !== words) return RESTART;
      return addressMismatch(await builtAddress(site), address);
    },
    take: async (site) => {
      const next = reusing(site, last);
      // Compressed before anybody waits for it.
      await warmUp(next, signal);
      earlier = [last, ...earlier].slice(0, EARLIER);
      last = next;
      take(withEarlierFiles(next, earlier));
    },
    tell: say,
  });
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** The mails and the record of what people agree to come from the words that the server started with. */
const RESTART =
  'What the newsletter says changed with it, and the server says and records what it started with. Restart the server to take up both.';

/** All that the newsletter says, to be compared. */
async function newsletterWords(folder: string): Promise<string> {
  return JSON.stringify(await readContent(folder, contentDirectory));
}
