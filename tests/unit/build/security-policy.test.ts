import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  type InlineSources,
  inlineSources,
  LONGEST_LINE,
  policyForHosts,
} from '../../../src/build/security-policy.ts';

/** The example of CSP Level 3, section 7.6. */
const SCRIPT = "alert('Hello, world.');";
const HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
const EMPTY_HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const pageOf = (html: string, file = 'dist/index.html') => ({ file, html });
const sourcesOf = (...pages: readonly string[]) => inlineSources(pages.map((html) => pageOf(html)));

describe('inlineSources', () => {
  it('hashes what is inline, as browsers do', () => {
    const { styles, scripts } = sourcesOf(
      `<style>${SCRIPT}</style><script>${SCRIPT}</script><script></script>`,
    );
    expect({ styles, scripts }).toEqual({ styles: [HASH], scripts: [EMPTY_HASH, HASH] });
  });

  it('takes each once, from all pages, in the same order whatever the order of the pages', () => {
    const one = '<style>a</style><style>b</style>';
    const other = '<style media="print">b</style><style>c</style>';
    const sources = sourcesOf(one, other);
    expect(sources.styles).toHaveLength(3);
    expect(sourcesOf(other, one)).toEqual(sources);
  });

  it('takes the text as it stands, white space and all', () => {
    expect(sourcesOf('<style>a</style>').styles).not.toEqual(
      sourcesOf('<style> a\n</style>').styles,
    );
  });

  it.each(['module', 'text/javascript', 'importmap', 'speculationrules'])(
    'hashes a script of the type %s',
    (type) => {
      expect(sourcesOf(`<script type="${type}">${SCRIPT}</script>`).scripts).toEqual([HASH]);
    },
  );

  it.each(['application/ld+json', 'application/json', 'text/template'])(
    'does not hash data of the type %s, which never runs',
    (type) => {
      const sources = sourcesOf(`<script type="${type}">{"a":"</p>"}</script>`);
      expect(sources).toEqual({ styles: [], scripts: [], scriptFiles: false });
    },
  );

  it('reads tags as browsers do: in any case, with any quotation marks', () => {
    expect(sourcesOf(`<SCRIPT type='module'>${SCRIPT}</SCRIPT>`).scripts).toEqual([HASH]);
    expect(sourcesOf(`<script data-src="a" data-type="b">${SCRIPT}</script>`).scripts).toEqual([
      HASH,
    ]);
  });

  it('takes no element whose name only begins so for a style or a script', () => {
    const guide = `<style-guide><p onclick="go()">x</p></style-guide>`;
    expect(() => sourcesOf(guide)).toThrow('onclick');
    const { styles } = sourcesOf(`<style-guide></style-guide><style>${SCRIPT}</style>`);
    expect(styles).toEqual([HASH]);
  });

  it('reads a style to the tag that ends it, and to the end of the page where none does', () => {
    const { styles, scripts } = sourcesOf(`<style>${SCRIPT}</STYLE\n><script>${SCRIPT}`);
    expect({ styles, scripts }).toEqual({ styles: [HASH], scripts: [HASH] });
  });

  it('sees a script that is a file', () => {
    const sources = sourcesOf('<script type="module" src="/_astro/a.js"></script>');
    expect(sources).toEqual({ styles: [], scripts: [], scriptFiles: true });
  });

  it.each([
    ['<p style="color: red">x</p>', 'style'],
    ['<p\n  class="a"\n  style="color: red">x</p>', 'style'],
    ["<td style='text-align: right'>x</td>", 'style'],
    ['<button type="button" onclick="go()">x</button>', 'onclick'],
    ['<img src="a.avif" alt="" onerror="go()">', 'onerror'],
    ['<p title="a -> b" style="color: red">x</p>', 'style'],
    ['<p STYLE=color:red>x</p>', 'STYLE'],
    ['<body onLoad="go()">x</body>', 'onLoad'],
  ])('refuses %j and names the file', (html, attribute) => {
    const pages = [pageOf('<p>fine</p>'), pageOf(html, 'dist/about/index.html')];
    expect(() => inlineSources(pages)).toThrow(
      `dist/about/index.html: ${html.slice(0, html.lastIndexOf('>', html.length - 2) + 1 || html.length)} has a ${attribute} attribute, ` +
        'which the security policy blocks. Move it to a style sheet or a script.',
    );
  });

  it('refuses nothing else', () => {
    const html = [
      '<p class="style" title="a style=x onclick=y" data-onset="x" lang="en">Put style="x" or onclick="y" into a sheet</p>',
      '<style>a[style="x"] { color: red }</style>',
      '<script>const tag = \'<p style="x">\';</script>',
    ].join('');
    expect(() => sourcesOf(html)).not.toThrow();
  });
});

describe('contentSecurityPolicy', () => {
  const nothing: InlineSources = { styles: [], scripts: [], scriptFiles: false };

  it('allows nothing that is not named', () => {
    expect(contentSecurityPolicy(nothing)).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "connect-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; style-src 'none'; " +
        "script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it('lets forms go to the origins that are named', () => {
    expect(contentSecurityPolicy(nothing, { formOrigins: ['https://example.com'] })).toContain(
      "; form-action 'self' https://example.com; ",
    );
  });

  it('allows what is hashed, and scripts of this site where there are any', () => {
    const policy = contentSecurityPolicy({
      styles: [HASH, EMPTY_HASH],
      scripts: [HASH],
      scriptFiles: true,
    });
    expect(policy).toContain(`; style-src ${HASH} ${EMPTY_HASH}; script-src 'self' ${HASH}; `);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });
});

describe('policyForHosts', () => {
  const sheets = (count: number): InlineSources => ({
    styles: Array.from({ length: count }, (_, index) => HASH.replace('qzn', `q${index + 10}`)),
    scripts: [HASH],
    scriptFiles: true,
  });
  const lineOf = (sources: InlineSources) => `Content-Security-Policy: ${policyForHosts(sources)}`;

  it('is the policy of the site as long as it fits into a line', () => {
    const counts = Array.from({ length: 80 }, (_, index) => index + 1);
    const whole = counts.filter((count) => !lineOf(sheets(count)).includes('unsafe'));
    expect(whole.length).toBeGreaterThan(20);
    for (const count of whole) {
      expect(policyForHosts(sheets(count))).toBe(contentSecurityPolicy(sheets(count)));
    }
    // The first that does not fit would have been too long.
    const more = contentSecurityPolicy(sheets(whole.length + 1));
    expect(`Content-Security-Policy: ${more}`.length).toBeGreaterThan(LONGEST_LINE);
    for (const count of counts) {
      expect(lineOf(sheets(count)).length).toBeLessThanOrEqual(LONGEST_LINE);
    }
  });

  it('gives up the hashes of styles alone, however many there are', () => {
    const policy = policyForHosts(sheets(5_000), { formOrigins: ['https://example.com'] });
    expect(policy.replace("'unsafe-inline'", "'none'")).toBe(
      contentSecurityPolicy({ ...sheets(0) }, { formOrigins: ['https://example.com'] }),
    );
    expect(policy).toContain("; style-src 'unsafe-inline'; script-src 'self' 'sha256-");
  });
});
