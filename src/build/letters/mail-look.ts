/** The colors of a letter on light screens and dark ones: those of the site (styles/tokens.css), as mail programs know no tokens. */
export const LIGHT = {
  paper: '#ffffff',
  card: '#f4f6fa',
  ink: '#14181f',
  soft: '#474f5d',
  rule: '#c9d0dc',
};
const DARK = {
  paper: '#11141b',
  card: '#1b202a',
  ink: '#e9ebf0',
  soft: '#aab2c2',
  rule: '#3a4252',
};

/** The site's one color, as `#rrggbb`, on light screens and dark ones. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/**
 * The rules that are written to each element, since Gmail's app on a phone shows some people no sheet.
 * Selectors hold classes, elements and spaces alone, as Outlook reads no others.
 */
export function ownStyles({ light: accent }: Accent): string {
  const { ink, soft, rule, card } = LIGHT;
  return `
.letter { color: ${ink}; }
.letter h1 { margin: 0 0 20px; font-size: 28px; line-height: 34px; font-weight: bold; }
.letter h2 { margin: 30px 0 10px; font-size: 20px; line-height: 27px; font-weight: bold; }
.letter h3 { margin: 24px 0 8px; font-size: 17px; line-height: 27px; font-weight: bold; }
.letter p { margin: 0 0 18px; }
.letter ul { margin: 0 0 18px; padding: 0 0 0 24px; }
.letter ol { margin: 0 0 18px; padding: 0 0 0 24px; }
.letter li { margin: 0 0 8px; }
.letter a { color: ${accent}; text-decoration: underline; }
.letter blockquote { margin: 0 0 18px; padding: 0 0 0 16px; border-left: 3px solid ${rule}; }
.letter sup { font-size: 12px; line-height: 12px; }
.letter .also { padding: 0 0 0 3px; }
.letter pre { font-size: 14px; }
.letter table { margin: 0 0 18px; }
.letter caption { text-align: left; font-weight: bold; }
.letter th { word-break: normal; padding: 8px 8px 8px 0; text-align: left; vertical-align: top; border-bottom: 1px solid ${rule}; }
.letter td { word-break: normal; padding: 8px 8px 8px 0; text-align: left; vertical-align: top; border-bottom: 1px solid ${rule}; }
.letter .card td { padding: 18px 20px 2px; border: 1px solid ${rule}; border-left: 4px solid ${accent}; background-color: ${card}; }
.letter .card p { margin: 0 0 16px; }
.letter .button td { padding: 12px 22px; border: 0; background-color: ${accent}; }
.letter .button a { color: #ffffff; text-decoration: none; font-weight: bold; }
.letter img { max-width: 100%; border: 0; }
.name p { margin: 0; color: ${soft}; }
.name a { color: ${ink}; text-decoration: none; font-weight: bold; }
.foot p { margin: 0 0 10px; color: ${soft}; }
.foot a { color: ${accent}; text-decoration: underline; }
`;
}

/** What dark screens change. A program that does not read it shows the light letter, or its own dark one. */
export function darkStyles({ dark: accent }: Accent): string {
  const { paper, card, ink, soft, rule } = DARK;
  const rules: readonly (readonly [selectors: string, declarations: string])[] = [
    ['.paper, .paper div', `background-color: ${paper} !important`],
    [
      '.letter div, .letter h1, .letter h2, .letter h3, .letter p, .letter li',
      `color: ${ink} !important`,
    ],
    ['.letter th, .letter td, .letter caption, .letter b', `color: ${ink} !important`],
    ['.letter a, .foot a', `color: ${accent} !important`],
    ['.letter th, .letter td, .letter blockquote', `border-color: ${rule} !important`],
    [
      '.letter .card td',
      `background-color: ${card} !important; border-left-color: ${accent} !important`,
    ],
    ['.letter .button td', `background-color: ${accent} !important`],
    ['.letter .button a', `color: ${paper} !important`],
    ['.name a', `color: ${ink} !important`],
    ['.name p, .foot p, .foot div', `color: ${soft} !important`],
  ];
  const sheet = rules.map(([selectors, declarations]) => `${selectors} { ${declarations}; }`);
  return `@media (prefers-color-scheme: dark) {\n${sheet.join('\n')}\n}`;
}
