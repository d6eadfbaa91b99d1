/** A comment, or a tag with its attributes, whose values may hold any sign in quotes (HTML Standard, 13.1). */
const TAG = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;

/** Attributes that hold an address (HTML Standard, "Attributes"; SVG 2). */
const ADDRESS: ReadonlySet<string> = new Set([
  ...['href', 'src', 'poster', 'cite', 'action', 'formaction', 'data', 'longdesc', 'background'],
  'xlink:href',
]);

/** Attributes that hold several, each with a width or a density (HTML Standard, "srcset attributes"). */
const CANDIDATES: ReadonlySet<string> = new Set(['srcset', 'imagesrcset']);
const CANDIDATE = /([^\s,](?:\S*[^\s,])?)(\s+[^,]*)?/g;

/** Elements that lead somewhere. In others, such as SVG's `use`, `#x` means a part of the same picture. */
const LEADS: ReadonlySet<string> = new Set(['a', 'area']);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text that an attribute's value stands for, as far as addresses need it. */
function unescaped(value: string): string {
  return value.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** `address` as a whole one; as it is where it is whole already, or where it leads nowhere. */
function absolute(address: string, page: string): string {
  if (URL.canParse(address)) return address;
  return URL.parse(address, page)?.href ?? address;
}

/**
 * Makes every address in a page's HTML absolute, so that it works in a feed reader: from the root
 * (`/x/`), from the page (`../x/`, `?a`, `#x`), and without a scheme (`//host/`). `page` is the page's
 * absolute URL. Text, comments and other attributes are left as they are.
 */
export function absoluteLinks(html: string, page: string): string {
  return html.replace(TAG, (tag: string, name: string | undefined, attributes: string) => {
    if (name === undefined) return tag;
    const made = attributes.replace(
      ATTRIBUTE,
      (whole: string, attribute: string, ...values: (string | undefined)[]) => {
        const text = unescaped(values.slice(0, 3).find((value) => value !== undefined) ?? '');
        const known = attribute.toLowerCase();
        const resolved = CANDIDATES.has(known)
          ? text.replace(CANDIDATE, (_, url, size = '') => absolute(url, page) + size)
          : ADDRESS.has(known) && (LEADS.has(name.toLowerCase()) || !text.startsWith('#'))
            ? absolute(text, page)
            : text;
        return resolved === text ? whole : `${attribute}="${escaped(resolved)}"`;
      },
    );
    return `<${name}${made}>`;
  });
}
