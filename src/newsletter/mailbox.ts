/** Domains that are one provider's. */
const ALIASES: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/**
 * One name for all spellings that may lead to one mailbox: without case, without what follows a plus
 * sign, without dots. For counting mails alone: at some providers these are different people, who
 * then share a limit, so no mail ever goes to it.
 *
 * @param email as parseAddress gives it
 */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const [name = ''] = local.split('+', 1);
  const plain = name.replaceAll('.', '');
  return `${plain || local}@${ALIASES[domain] ?? domain}`;
}
