import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { providerForm } from '../newsletter/provider-form.ts';
import { hasNewsletter } from '../site/has-newsletter.ts';
import { builtPages } from './built-pages.ts';
import { HEADER_RULES_FILE, headerRules, headersFile } from './header-rules.ts';
import { hasPolicyInPages, withPolicy } from './policy-in-pages.ts';
import { contentSecurityPolicy, inlineSources, policyForHosts } from './security-policy.ts';

/**
 * Writes the header rules into the built site twice: `_headers` for static hosts that read it, and as
 * JSON for our own server, which needs no policy that fits into a line. And, where that is wanted, each
 * page's policy into the page.
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
        hasPolicyInPages(process.env);
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const form = providerForm(process.env);
        const allowed = { formOrigins: form ? [new URL(form.url).origin] : [] };
        const folder = fileURLToPath(dir);
        const sources = inlineSources(builtPages(folder));
        if (hasPolicyInPages(process.env)) {
          for (const page of builtPages(folder)) {
            // A tool that it borrows brings a sheet of another page, which its policy is asked about.
            const own = page.html.includes('<tool-embed')
              ? sources
              : { ...sources, styles: inlineSources([page]).styles };
            const policy = contentSecurityPolicy(own, { ...allowed, inPage: true });
            writeFileSync(page.file, withPolicy(page.html, policy, page.file));
          }
        }
        const forHosts = headerRules(policyForHosts(sources, allowed), base);
        const rules = headerRules(contentSecurityPolicy(sources, allowed), base);
        await writeFile(new URL('_headers', dir), headersFile(forHosts));
        await writeFile(new URL(HEADER_RULES_FILE, dir), JSON.stringify(rules));
      },
    },
  };
}
