/** Elements that a text may have (HTML Standard, 4; SVG and MathML have others inside). */
const ALLOWED: ReadonlySet<string> = new Set(
  [
    'a abbr address area article aside b bdi bdo blockquote br button caption cite code col colgroup',
    'data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr',
    'i img input ins kbd label li map mark math menu meter nav ol output p picture pre progress q rp rt',
    'ruby s samp script search section small source span strong style sub summary sup svg table tbody',
    'td template tfoot th thead time tr track u ul var wbr',
  ]
    .join(' ')
    .split(' '),
);

/** What the security policy lets nobody load or send. */
const BLOCKED = /^(?:applet|audio|embed|form|frame|frameset|iframe|link|meta|base|object|video)$/;

/** Elements with a language of their own inside. */
export const FOREIGN = /^(?:svg|math)$/;

/** What is wrong with an element of HTML of this name, if anything is. */
export function whyNoElement(name: string): string | undefined {
  // Components, and elements that the site defines.
  if (ALLOWED.has(name) || !/^[a-z]+[1-6]?$/.test(name)) return undefined;
  return BLOCKED.test(name)
    ? `<${name}> can't be in a text: the security policy blocks what it loads or sends. Delete it, or link to what it shows.`
    : `<${name}> is no tag of HTML that texts have. Delete it. For the sign itself write &lt;.`;
}
