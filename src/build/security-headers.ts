import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { providerForm } from '../newsletter/provider-form.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { builtPages } from './built-pages.ts';
import { contentSecurityPolicy, inlineSources } from './security-policy.ts';

const IMMUTABLE = 'Cache-Control: public, max-age=31536000, immutable';

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

/**
 * Writes `_headers` into the built site: one file for static hosts that read it and for our own
 * server, so that both send the same headers.
 */
export function securityHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'second-thoughts:security-headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        // A mistake in the variables is told before anything is built.
        providerForm(process.env);
        hasNewsletter(process.env);
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const directory = fileURLToPath(dir);
        const form = providerForm(process.env);
        const policy = contentSecurityPolicy(
          inlineSources(builtPages(directory)),
          form ? [new URL(form.url).origin] : [],
        );
        await writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(policy, base));
      },
    },
  };
}

/** Pages whose address may hold the token of a link in a mail, bent links included. */
const WITH_TOKEN = ['newsletter/confirm*', 'newsletter/unsubscribe*'];

/** How names of pictures end, which feed readers and messengers show on pages of their own. */
const PICTURES = ['avif', 'gif', 'ico', 'jpeg', 'jpg', 'png', 'svg', 'webp'];

/**
 * The text of `_headers`, for a site below `base`. Where two rules set one header, the later one
 * wins on our server, and hosts that join both with a comma come to the same: a browser takes the
 * last referrer policy that it knows (Referrer Policy, section 8.1), and of a resource policy that it
 * cannot read it takes no note (Fetch, "cross-origin resource policy internal check").
 */
export function headersFile(policy: string, base: string): string {
  const everywhere = [
    `Content-Security-Policy: ${policy}`,
    'Strict-Transport-Security: max-age=63072000',
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Cross-Origin-Embedder-Policy: require-corp',
    `Permissions-Policy: ${UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')}`,
  ];
  const rule = (pattern: string, lines: string[]) =>
    [pattern, ...lines.map((line) => `  ${line}`), ''].join('\n');
  return [
    rule('/*', everywhere),
    rule(`${base}_astro/*`, [IMMUTABLE]),
    rule(`${base}og/*`, [IMMUTABLE]),
    ...WITH_TOKEN.map((path) => rule(base + path, ['Referrer-Policy: strict-origin'])),
    ...PICTURES.map((ending) =>
      rule(`${base}*.${ending}`, ['Cross-Origin-Resource-Policy: cross-origin']),
    ),
  ].join('\n');
}
