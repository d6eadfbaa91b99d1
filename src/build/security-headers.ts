import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { providerForm } from '../newsletter/provider-form.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { builtPages } from './built-pages.ts';
import { HEADER_RULES_FILE, headerRules, headersFile } from './header-rules.ts';
import { contentSecurityPolicy, inlineSources } from './security-policy.ts';

/**
 * Writes the header rules into the built site twice: `_headers` for static hosts that read it, and the
 * same as JSON for our own server.
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
        const form = providerForm(process.env);
        const policy = contentSecurityPolicy(
          inlineSources(builtPages(fileURLToPath(dir))),
          form ? [new URL(form.url).origin] : [],
        );
        const rules = headerRules(policy, base);
        await writeFile(new URL('_headers', dir), headersFile(rules));
        await writeFile(new URL(HEADER_RULES_FILE, dir), JSON.stringify(rules));
      },
    },
  };
}
