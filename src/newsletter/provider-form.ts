import { z } from 'zod';

/** The form of a service that keeps the list, to which ours posts straight from the browser. */
export interface ProviderForm {
  readonly url: string;
  /** What the service calls the field with the address. */
  readonly field: string;
}

const httpsUrl = z.url({ protocol: /^https$/ });
const fieldName = z.string().regex(/^[\w.[\]-]+$/);

/**
 * The provider's form that `NEWSLETTER_PROVIDER=form` asks for; undefined where it says anything
 * else. Throws an Error whose sentence names the variable that is wrong.
 */
export function providerForm(
  env: Readonly<Record<string, string | undefined>>,
): ProviderForm | undefined {
  if (env['NEWSLETTER_PROVIDER']?.trim() !== 'form') return undefined;
  const url = env['NEWSLETTER_FORM_URL']?.trim();
  if (!httpsUrl.safeParse(url).success) {
    throw new Error(
      `NEWSLETTER_FORM_URL is ${url ? JSON.stringify(url) : 'not set'}. With NEWSLETTER_PROVIDER=form it should be the https address that your provider's sign-up form posts to, such as https://example.com/subscribe.`,
    );
  }
  const field = env['NEWSLETTER_FORM_FIELD']?.trim() || 'email';
  if (!fieldName.safeParse(field).success) {
    throw new Error(
      `NEWSLETTER_FORM_FIELD is ${JSON.stringify(field)}. It should be the name of the address field in your provider's form: letters, digits and - . _ [ ] only, such as EMAIL.`,
    );
  }
  return { url: new URL(url ?? '').href, field };
}
