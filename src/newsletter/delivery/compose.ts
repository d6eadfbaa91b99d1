import type { SiteUrl } from '../../site/site-url.ts';
import type { Mail } from './delivery.ts';

/** What the owner wrote for the mails that the site sends by itself: content/newsletter.yaml. */
export interface MailWords {
  readonly confirm: {
    readonly subject: string;
    readonly text: string;
    readonly button: string;
    readonly ignore: string;
  };
  readonly welcome: {
    readonly subject: string;
    readonly text: string;
    readonly unsubscribe: string;
    /** What is said before the letters that it names. */
    readonly letters: { readonly text: string };
  };
  readonly footer: { readonly why: string };
}

/** What all mails share. */
export interface Letterhead {
  /** Links are made of it, never of what a request says. */
  readonly site: SiteUrl;
  readonly siteName: string;
  /** The color of buttons, as `#rrggbb`. */
  readonly accent: string;
  readonly words: MailWords;
  /** The letters that the welcome names, each with its address. */
  readonly welcome: readonly { readonly subject: string; readonly url: string }[];
  /** The owner's, where content/site.yaml has one. */
  readonly postalAddress: string | undefined;
}

/** Who a mail is for. */
export interface Addressee {
  readonly email: string;
  readonly unsubscribeToken: string;
}

/** The mail that asks to confirm, by the link that holds `token`. */
export function confirmMail(head: Letterhead, to: Addressee, token: string): Mail {
  const { subject, text, button, ignore } = head.words.confirm;
  const url = addressOf(head.site, `newsletter/confirm/?t=${token}`);
  return mail(head, to, subject, [{ text }, { button, url }, { text: ignore }]);
}

/** The mail that follows a confirmation, with the way out. */
export function welcomeMail(head: Letterhead, to: Addressee): Mail {
  const { subject, text, unsubscribe, letters } = head.words.welcome;
  const url = unsubscribeAddress(head.site, to);
  const read: readonly Block[] =
    head.welcome.length > 0
      ? [
          { text: letters.text },
          ...head.welcome.map((one) => ({ link: one.subject, url: one.url })),
        ]
      : [];
  return mail(head, to, subject, [{ text }, ...read, { link: unsubscribe, url }]);
}

type Block =
  | { readonly text: string }
  | { readonly button: string; readonly url: string }
  | { readonly link: string; readonly url: string };

function mail(head: Letterhead, to: Addressee, subject: string, blocks: readonly Block[]): Mail {
  const { site, siteName, accent, words, postalAddress } = head;
  const footer = [words.footer.why, [siteName, postalAddress].filter(Boolean).join(', ')];
  const host = new URL(site.origin).hostname;
  return {
    to: to.email,
    subject,
    text: [...blocks.map(asText), '-- ', ...footer].join('\n\n'),
    html: asHtml(subject, [
      ...blocks.map((block) => asMarkup(block, accent)),
      ...footer.map(small),
    ]),
    list: { name: siteName, id: `newsletter.${host}` },
    headers: {
      // RFC 2369, and RFC 8058 for one click.
      'List-Unsubscribe': `<${unsubscribeAddress(site, to)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // RFC 3834: nobody's vacation notice is to answer it.
      'Auto-Submitted': 'auto-generated',
    },
  };
}

const addressOf = ({ origin, base }: SiteUrl, path: string) => origin + base + path;

const unsubscribeAddress = (site: SiteUrl, { unsubscribeToken }: Addressee) =>
  addressOf(site, `newsletter/unsubscribe/?t=${unsubscribeToken}`);

function asText(block: Block): string {
  if ('text' in block) return block.text;
  const label = 'button' in block ? block.button : block.link;
  return `${label}${/[.?!]$/.test(label) ? '' : ':'}\n${block.url}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => ESCAPES[sign] ?? '');

const paragraph = (style: string, content: string) =>
  `<p style="margin:0 0 20px;${style}">${content}</p>`;

const small = (text: string) => paragraph('font-size:14px;color:#474f5d', escaped(text));

// Mail programs know no style sheets, so styles stand at the elements.
function asMarkup(block: Block, accent: string): string {
  if ('text' in block) return paragraph('', escaped(block.text));
  const url = escaped(block.url);
  if ('link' in block) return paragraph('', `<a href="${url}">${escaped(block.link)}</a>`);
  const look = `display:inline-block;padding:12px 24px;border-radius:6px;background:${accent};color:#ffffff;font-weight:600;text-decoration:none`;
  return paragraph('', `<a href="${url}" style="${look}">${escaped(block.button)}</a>`);
}

function asHtml(title: string, blocks: readonly string[]): string {
  return `<!doctype html>
<html lang="en-US">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:24px;font:17px/1.6 Georgia,serif"><div style="max-width:560px;margin:0 auto">
${blocks.join('\n')}
</div></body>
</html>
`;
}
