/** Domains that many people have an address at, and those that look like one of them. */
export const DOMAINS: readonly string[] = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'comcast.net',
  'protonmail.com',
  'fastmail.com',
  'googlemail.com',
  'yahoo.co.uk',
  'hotmail.co.uk',
  'ymail.com',
  'email.com',
  'mail.com',
];

/** Endings that are no top-level domain (IANA root zone), and what was meant. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  vom: 'com',
  xom: 'com',
  nte: 'net',
  ner: 'net',
  ogr: 'org',
  orgg: 'org',
};

/**
 * `address` with the domain its writer most likely meant, or undefined where nothing suggests a slip:
 * a common domain at most two letters away (inserted, left out, changed or swapped), or an ending
 * that does not exist.
 */
export function suggestAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const typed = address.slice(at + 1).toLowerCase();
  if (at < 1 || DOMAINS.includes(typed)) return undefined;
  const domain = closest(typed) ?? withRealEnding(typed);
  return domain && `${address.slice(0, at)}@${domain}`;
}

function closest(typed: string): string | undefined {
  const near = DOMAINS.map((domain) => ({ domain, away: distance(typed, domain) }))
    .filter(({ domain, away }) => away <= mostAway(typed, domain))
    .sort((a, b) => a.away - b.away);
  return near[0]?.domain;
}

/** How many letters of `domain` may be wrong. */
function mostAway(typed: string, domain: string): number {
  const name = domain.slice(0, domain.indexOf('.'));
  // Short names are like too many others.
  if (name.length < 5) return 0;
  // A right name with another ending is likely another country's, such as yahoo.ca.
  return typed.startsWith(`${name}.`) ? 1 : 2;
}

function withRealEnding(typed: string): string | undefined {
  const dot = typed.lastIndexOf('.');
  const ending = ENDINGS[typed.slice(dot + 1)];
  return dot > 0 && ending ? typed.slice(0, dot + 1) + ending : undefined;
}

/** Edits between two words, a swap of neighbours being one (Damerau 1964, optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] ?? [])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
