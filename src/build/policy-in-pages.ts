type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether each page shall hold its own policy, for hosts that send no headers of ours:
 * `POLICY_IN_PAGES=yes`. Throws an Error whose sentence names the variable where it says anything else
 * than yes or no.
 */
export function hasPolicyInPages(env: Environment): boolean {
  const said = env['POLICY_IN_PAGES']?.trim() || 'no';
  if (said === 'yes' || said === 'no') return said === 'yes';
  throw new Error(`POLICY_IN_PAGES is ${JSON.stringify(said)}. It should be yes or no.`);
}

const CHARSET = /<meta charset="?utf-8"?\s*\/?>/i;

/**
 * A page (HTML) with its policy in its head, before anything that the policy is about. Throws an Error
 * that names `file` where the head does not begin as all of ours do.
 */
export function withPolicy(html: string, policy: string, file: string): string {
  if (!CHARSET.test(html)) {
    throw new Error(`${file} has no <meta charset="utf-8">, after which its policy would stand.`);
  }
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}
