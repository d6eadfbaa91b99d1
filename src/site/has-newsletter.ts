/** Who keeps the list: this site's server, by itself or before a provider, a provider's own form, or nobody. */
const PROVIDERS = ['embedded', 'listmonk', 'buttondown', 'mailchimp', 'form', 'none'] as const;

/**
 * Whether the site has a newsletter at all, which `NEWSLETTER_PROVIDER=none` denies. Throws an Error
 * whose sentence names the variable where it says what there is not.
 */
export function hasNewsletter(env: Readonly<Record<string, string | undefined>>): boolean {
  const provider = env['NEWSLETTER_PROVIDER']?.trim() || 'embedded';
  if (PROVIDERS.some((known) => known === provider)) return provider !== 'none';
  throw new Error(
    `NEWSLETTER_PROVIDER is ${JSON.stringify(provider)}. It should be ${PROVIDERS.slice(0, -1).join(', ')} or none.`,
  );
}
