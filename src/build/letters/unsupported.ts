import { caniemail, rawData } from 'caniemail';

/** The mail programs that a letter is for, as caniemail.com calls them, and as people do. */
const PROGRAMS = {
  'apple-mail.macos': 'Apple Mail',
  'apple-mail.ios': 'Apple Mail on a phone',
  'gmail.desktop-webmail': 'Gmail',
  'gmail.ios': 'Gmail on an iPhone',
  'gmail.android': 'Gmail on Android',
  'gmail.mobile-webmail': "Gmail in a phone's browser",
  'outlook.windows': 'Outlook for Windows',
  // The new one for Windows shows what this one does.
  'outlook.outlook-com': 'Outlook on the web',
  'outlook.macos': 'Outlook for Mac',
  'outlook.ios': 'Outlook on an iPhone',
  'outlook.android': 'Outlook on Android',
  'yahoo.desktop-webmail': 'Yahoo',
  'yahoo.ios': 'Yahoo on an iPhone',
  'yahoo.android': 'Yahoo on Android',
} as const;

const INLINE = 'every style stands at its element too';
const HIDDEN = 'one pixel in the color of the paper: it is one of several that hide the preview';
const SPOKEN = 'what it says to a screen reader is in the text as well';
const PLAIN = 'it sets what such a program has anyway';

/** What a letter has although some of the programs lack it, with what they show in its place. */
const FALLBACKS: Readonly<Record<string, string>> = {
  '<style> element': INLINE,
  'Type selector': INLINE,
  'Class selector': INLINE,
  'ID selector': INLINE,
  'Descendant combinator': INLINE,
  'Chaining selectors': INLINE,
  '@media': 'it only adds dark colors, and widths that one column has by itself',
  'prefers-color-scheme': 'the light letter, or the dark one that the program makes of it',
  'display:none': HIDDEN,
  opacity: HIDDEN,
  overflow: HIDDEN,
  'aria-label attribute': SPOKEN,
  'role attribute': SPOKEN,
  '<body> element': 'what stands in it has its color, too',
  'height property': 'the height follows from the width',
  outline: PLAIN,
  'word-spacing': PLAIN,
  'word-break': 'no address is written out, so no word is longer than a line',
};

/** What the package does not look for, though the site has data of it. */
const UNSOUGHT: readonly (readonly [has: RegExp, feature: string])[] = [
  [/<svg\b/i, 'Embedded <svg> image'],
  [/\ssrc="[^"]*\.svg[?"]/i, 'SVG image format'],
  [/\ssrc="[^"]*\.avif[?"]/i, 'AVIF image format'],
  [/\ssrc="[^"]*\.webp[?"]/i, 'webP image format'],
];

/** Something in a mail that programs do not show. */
export interface Unsupported {
  /** As caniemail.com calls it. */
  readonly feature: string;
  readonly programs: readonly string[];
}

/**
 * The elements and the CSS of a mail that one of the programs does not support, by the data of
 * caniemail.com, and that nothing stands in for.
 */
export function unsupportedIn(html: string): Unsupported[] {
  // Of all programs, as the package names what is used only where one of those it knows lacks it, and
  // it does not know Outlook on the web.
  const { issues } = caniemail({ clients: ['*'], html });
  const used = [...issues.errors.values(), ...issues.warnings.values()].flat();
  const unsought = UNSOUGHT.flatMap(([has, feature]) => (has.test(html) ? [feature] : []));
  return [...new Set([...used.map(({ title }) => title), ...unsought])]
    .filter((feature) => !(feature in FALLBACKS))
    .map((feature) => ({ feature, programs: lacking(feature) }))
    .filter(({ programs }) => programs.length > 0);
}

/** The programs that do not support a feature in the last version of which something is known. */
function lacking(feature: string): string[] {
  const stats = rawData.data.find(({ title }) => title === feature)?.stats ?? {};
  return Object.entries(PROGRAMS).flatMap(([id, name]) => {
    const [family = '', platform = ''] = id.split('.');
    const versions: Readonly<Record<string, string>> =
      Object(Object(stats)[family])[platform] ?? {};
    const last = Object.keys(versions).sort().at(-1);
    return last !== undefined && versions[last]?.startsWith('n') ? [name] : [];
  });
}
