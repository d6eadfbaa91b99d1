/** A text to look for: part of it in any case, all of it, or a pattern. */
export type TextQuery =
  | { readonly kind: 'part' | 'whole'; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string };

/** One step of the way to an element, which a page takes by itself. */
export type PageStep =
  | { readonly kind: 'css'; readonly css: string }
  | {
      readonly kind: 'role';
      readonly css: string;
      readonly hidden: boolean;
      readonly checked?: boolean;
      readonly level?: number;
    }
  | { readonly kind: 'text' | 'label' | 'hasText'; readonly query: TextQuery }
  | { readonly kind: 'visible' }
  | { readonly kind: 'nth'; readonly index: number };

/** Of a list: `text` as people read it, without white space that nobody sees. */
export function textQuery(text: string | RegExp, exact = false): TextQuery {
  if (text instanceof RegExp) return { kind: 'pattern', source: text.source, flags: text.flags };
  return { kind: exact ? 'whole' : 'part', text: text.replace(/\s+/g, ' ').trim() };
}

/** Whether `query` finds `text`. */
export function finds(query: TextQuery, text: string): boolean {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (query.kind === 'pattern') return new RegExp(query.source, query.flags).test(plain);
  if (query.kind === 'whole') return plain === query.text;
  return plain.toLowerCase().includes(query.text.toLowerCase());
}

/**
 * Elements that may have a role, by HTML-AAM 1.0: those that HTML gives it, unless they say
 * otherwise, and those that say so themselves.
 */
const ROLES: Readonly<Record<string, string>> = {
  alert: '',
  article: 'article',
  banner: 'body > header',
  button: 'button, input:is([type=button], [type=submit], [type=reset])',
  cell: 'td',
  checkbox: 'input[type=checkbox]',
  combobox: 'select:not([multiple])',
  complementary: 'aside',
  contentinfo: 'body > footer',
  figure: 'figure',
  group: 'fieldset, details',
  heading: 'h1, h2, h3, h4, h5, h6',
  img: 'img:not([alt=""])',
  link: 'a[href]',
  list: 'ul, ol',
  listbox: '',
  listitem: 'li',
  main: 'main',
  navigation: 'nav',
  option: 'option',
  progressbar: 'progress',
  radio: 'input[type=radio]',
  region: 'section',
  row: 'tr',
  rowheader: 'th[scope=row]',
  searchbox: 'input[type=search]',
  status: 'output',
  term: 'dt, dfn',
  textbox: 'textarea, input:is(:not([type]), [type=text], [type=email], [type=tel], [type=url])',
};

/** A selector of what may have `role`. Throws an Error for a role that is not in the table yet. */
export function mayHaveRole(role: string): string {
  const natural = ROLES[role];
  if (natural === undefined)
    throw new Error(`Add the role "${role}" to the table of the WebKit tests.`);
  return natural ? `:is(${natural}):not([role]), [role=${role}]` : `[role=${role}]`;
}

/**
 * Takes `steps` from each of `scopes`, or from the document, and returns what they lead to, in the
 * order of the page. It runs in the page, so it may use nothing from this module.
 */
export function walk(scopes: readonly Element[] | null, steps: readonly PageStep[]): Element[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const textOf = (element: Element): string =>
    element instanceof HTMLInputElement && /^(submit|button|reset)$/.test(element.type)
      ? element.value
      : (element.textContent ?? '');
  const matches = (query: TextQuery, text: string): boolean => {
    if (query.kind === 'pattern') return new RegExp(query.source, query.flags).test(plain(text));
    if (query.kind === 'whole') return plain(text) === query.text;
    return plain(text).toLowerCase().includes(query.text.toLowerCase());
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');
  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const within = (roots: readonly (Element | Document)[], css: string): Element[] => {
    const found = new Set(roots.flatMap((root) => [...root.querySelectorAll(css)]));
    return [...found].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  };
  const labelsOf = (element: Element): string[] => [
    ...(element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? ''),
    element.getAttribute('aria-label') ?? '',
    ...('labels' in element && element.labels instanceof NodeList
      ? [...element.labels].map(({ textContent }) => textContent ?? '')
      : []),
  ];
  const take = (from: readonly (Element | Document)[], step: PageStep): Element[] => {
    const elements = from.filter((one): one is Element => one instanceof Element);
    switch (step.kind) {
      case 'css':
        return within(from, step.css);
      case 'role':
        return within(from, step.css).filter(
          (element) =>
            (step.hidden || isShown(element)) &&
            (step.checked === undefined || element.matches(':checked') === step.checked) &&
            (step.level === undefined || element.localName === `h${step.level}`),
        );
      case 'text': {
        const found = within(from, ':not(script, style, noscript, head, head *)').filter(
          (element) => matches(step.query, textOf(element)),
        );
        return found.filter(
          (element) => ![...element.children].some((child) => found.includes(child)),
        );
      }
      case 'label':
        return within(
          from,
          'input, select, textarea, output, [aria-label], [aria-labelledby]',
        ).filter((element) => labelsOf(element).some((text) => text && matches(step.query, text)));
      case 'hasText':
        return elements.filter((element) => matches(step.query, textOf(element)));
      case 'visible':
        return elements.filter(isVisible);
      case 'nth':
        return elements.slice(step.index, step.index === -1 ? undefined : step.index + 1);
    }
  };
  let from: readonly (Element | Document)[] = scopes ?? [document];
  let last: Element[] = scopes ? [...scopes] : [];
  for (const step of steps) {
    last = take(from, step);
    from = last;
  }
  return last;
}

/** What a step on the way to an element asks of the browser itself, or of another way. */
export type Step =
  | PageStep
  | { readonly kind: 'name'; readonly query: TextQuery }
  | { readonly kind: 'has'; readonly way: readonly Step[] }
  | { readonly kind: 'and'; readonly way: readonly Step[] }
  | { readonly kind: 'or'; readonly way: readonly Step[] };
