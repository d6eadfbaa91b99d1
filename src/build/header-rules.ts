import { z } from 'zod';

/** The file of a built site that holds its header rules for our own server, as JSON. */
export const HEADER_RULES_FILE = '_headers.json';

const headerRule = z.strictObject({
  /** A path, with the base path of the site and at most one `*` for any run of characters. */
  pattern: z.string().startsWith('/'),
  /** Whether what it says is true of a file alone, and of no error or redirect at such a path. */
  filesOnly: z.boolean(),
  headers: z.record(z.string().min(1), z.string().min(1)),
});

/** Which paths it speaks of, and what it adds to their responses. Of two that set one header, the later one wins. */
export type HeaderRule = Readonly<z.output<typeof headerRule>>;

/** What `HEADER_RULES_FILE` holds. */
export const headerRulesSchema = z.array(headerRule).min(1);

/** Features of the browser that no page of this site uses. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
  'browsing-topics',
];

/** Folders of files whose names hold a hash of what is in them. */
const HASHED = ['_astro/*', 'og/*'];

/** Pages whose address may hold the token of a link in a mail, bent links included. */
const WITH_TOKEN = ['newsletter/confirm*', 'newsletter/unsubscribe*'];

/** How names of pictures end, which feed readers and messengers show on pages of their own. */
const PICTURES = ['avif', 'gif', 'ico', 'jpeg', 'jpg', 'png', 'svg', 'webp'];

/**
 * The header rules of a site below `base`, in the order in which they count.
 *
 * @param policy the Content-Security-Policy of all pages
 */
export function headerRules(policy: string, base: string): readonly HeaderRule[] {
  const rule = (
    pattern: string,
    headers: HeaderRule['headers'],
    filesOnly = false,
  ): HeaderRule => ({
    pattern,
    filesOnly,
    headers,
  });
  return [
    rule('/*', {
      'Content-Security-Policy': policy,
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    }),
    // A missing script would be remembered as missing for a year.
    ...HASHED.map((path) =>
      rule(base + path, { 'Cache-Control': 'public, max-age=31536000, immutable' }, true),
    ),
    ...WITH_TOKEN.map((path) => rule(base + path, { 'Referrer-Policy': 'strict-origin' })),
    // What everybody may load of a picture, nobody may of the page that says there is none.
    ...PICTURES.map((ending) =>
      rule(`${base}*.${ending}`, { 'Cross-Origin-Resource-Policy': 'cross-origin' }, true),
    ),
  ];
}

/**
 * The rules as static hosts such as Netlify and Cloudflare Pages read them: a path pattern on its own
 * line, then one `Name: value` a line. Hosts that join two values of one header with a comma come to
 * the same as the later one: a browser takes the last referrer policy that it knows (Referrer Policy,
 * section 8.1), and of a resource policy that it cannot read it takes no note (Fetch, "cross-origin
 * resource policy internal check").
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${pattern}\n${lines.join('')}`;
    })
    .join('\n');
}
