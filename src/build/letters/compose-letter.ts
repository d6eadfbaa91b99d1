import { convert, type FormatCallback } from 'html-to-text';
import mjml2html from 'mjml';
import { POSTAL_MARK, UNSUBSCRIBE_MARK } from '../../newsletter/letters/built-letter.ts';
import { type Accent, darkStyles, LIGHT, ownStyles } from './mail-look.ts';

/** What stands around every letter. */
export interface LetterFrame {
  readonly siteName: string;
  /** The home page, absolute. */
  readonly home: string;
  readonly language: string;
  readonly accent: Accent;
  readonly words: {
    /** The link to the letter on the web. */
    readonly web: string;
    readonly unsubscribe: string;
    /** Why somebody gets the letter. */
    readonly why: string;
  };
}

/** A letter whose text is HTML with whole addresses. */
export interface WrittenLetter {
  readonly subject: string;
  readonly preview: string;
  readonly address: string;
  readonly html: string;
}

// As what turns the shell into HTML knows what an address looks like, and eats percent signs.
const UNSUBSCRIBE = 'https://unsubscribe.invalid/';
const POSTAL = 'postal-address.invalid';

/**
 * A letter as a whole mail, in HTML and in plain text, of the same blocks in the same order.
 *
 * @throws Error where the shell is no MJML
 */
export async function composeLetter(
  letter: WrittenLetter,
  frame: LetterFrame,
): Promise<{ readonly html: string; readonly text: string }> {
  const { html } = await mjml2html(shellOf(letter, frame), { validationLevel: 'strict' });
  return { html: tidied(html), text: plainText(letter, frame) };
}

function shellOf({ subject, preview, address, html }: WrittenLetter, frame: LetterFrame): string {
  const { siteName, home, language, accent, words } = frame;
  const link = (url: string, label: string) => `<a href="${escaped(url)}">${escaped(label)}</a>`;
  return `<mjml lang="${escaped(language)}">
<mj-head>
<mj-title>${escaped(subject)}</mj-title>
<mj-preview>${escaped(preview)}</mj-preview>
<mj-attributes>
<mj-all font-family="Georgia, 'Times New Roman', serif" />
<mj-section padding="0 8px" />
<mj-text font-size="17px" line-height="27px" padding="0 16px" />
</mj-attributes>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
<mj-style inline="inline">${ownStyles(accent)}</mj-style>
<mj-style>${darkStyles(accent)}</mj-style>
</mj-head>
<mj-body width="600px" css-class="paper" background-color="${LIGHT.paper}">
<mj-section padding="24px 8px 20px"><mj-column>
<mj-text css-class="name"><p>${link(home, siteName)}</p></mj-text>
</mj-column></mj-section>
<mj-section><mj-column>
<mj-text css-class="letter"><h1>${escaped(subject)}</h1>${html}</mj-text>
</mj-column></mj-section>
<mj-section padding="20px 8px 32px"><mj-column>
<mj-text css-class="foot" font-size="15px" line-height="23px"><p>${link(address, words.web)}</p><p>${escaped(words.why)} ${link(UNSUBSCRIBE, words.unsubscribe)}.</p><p>${escaped(siteName)}, ${POSTAL}</p></mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`;
}

/** The marks of each person's own in place of what stood for them, and no lines with nothing in them. */
function tidied(html: string): string {
  return html
    .replaceAll(UNSUBSCRIBE, UNSUBSCRIBE_MARK)
    .replaceAll(POSTAL, POSTAL_MARK)
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** The words of a picture, and not where it is. */
const pictureWords: FormatCallback = (element, _walk, builder) => {
  const { alt } = element.attribs;
  if (alt) builder.addInline(`[${alt}]`);
};

/** A letter as plain text, in lines of at most 72 characters but for addresses (RFC 3676, 4.2). */
function plainText({ subject, address, html }: WrittenLetter, frame: LetterFrame): string {
  const { siteName, words } = frame;
  const body = convert(html, {
    wordwrap: 72,
    formatters: { pictureWords },
    selectors: [
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'sup > a', format: 'inlineSurround', options: { prefix: '[', suffix: ']' } },
      { selector: 'img', format: 'pictureWords' },
      {
        selector: 'table',
        format: 'dataTable',
        options: { uppercaseHeaderCells: false, maxColumnWidth: 28 },
      },
      // The sources of a chart, whose addresses are too long for a column.
      { selector: 'td > a', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'td > a.go', format: 'anchor', options: { linkBrackets: ['<', '>'] } },
      { selector: 'table.card', format: 'blockquote' },
      { selector: 'table.button', format: 'block' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  });
  return [
    subject,
    body,
    '-- ',
    `${words.web}:\n${address}`,
    words.why,
    `${words.unsubscribe}:\n${UNSUBSCRIBE_MARK}`,
    `${siteName}, ${POSTAL_MARK}`,
  ].join('\n\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (sign) => ESCAPES[sign] ?? sign);
}
