import type { SiteUrl } from '../../site/site-url.ts';
import type { Mail } from '../delivery/delivery.ts';
import type { FrozenLetter } from '../store/letters.ts';
import { type BuiltLetter, POSTAL_MARK, UNSUBSCRIBE_MARK } from './built-letter.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

/** A letter as it is to go out, but for what is each person's own. */
export function frozen(
  { id, subject, html, text }: BuiltLetter,
  postalAddress: string,
  from: FrozenLetter['from'],
): FrozenLetter {
  return {
    id,
    subject,
    html: html.replaceAll(POSTAL_MARK, () => escaped(postalAddress)),
    text: text.replaceAll(POSTAL_MARK, () => postalAddress),
    from,
  };
}

/**
 * A person's own mail of a letter.
 *
 * @param unsubscribeToken of the person, as `KeyedHashes` makes it
 */
export function letterMail(
  letter: FrozenLetter,
  site: SiteUrl,
  to: { readonly email: string; readonly unsubscribeToken: string },
): Mail {
  const leave = `${site.origin}${site.base}newsletter/unsubscribe/?t=${to.unsubscribeToken}`;
  const host = new URL(site.origin).hostname;
  return {
    to: to.email,
    subject: letter.subject,
    text: letter.text.replaceAll(UNSUBSCRIBE_MARK, () => leave),
    html: letter.html.replaceAll(UNSUBSCRIBE_MARK, () => escaped(leave)),
    list: { name: letter.from.name, id: `newsletter.${host}` },
    headers: {
      // RFC 2369, and RFC 8058 for one click.
      'List-Unsubscribe': `<${leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Gmail counts complaints by these fields, of which the last one, the sender, is needed.
      'Feedback-ID': `${letter.id}:letter:${host}:newsletter`,
      // RFC 3834, section 2: what is read by programs that answer for somebody who is away.
      Precedence: 'bulk',
    },
  };
}
