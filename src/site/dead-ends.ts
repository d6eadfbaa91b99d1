/** What decides when readers may see an article. */
export interface Publication {
  readonly draft: boolean;
  /** `YYYY-MM-DD`. */
  readonly published: string;
}

/** The day on which a site is looked at, and whether its writer does, who sees everything. */
export interface View {
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  readonly preview: boolean;
  /** False for a site that is built without its newsletter. */
  readonly newsletter?: boolean;
}

/** The page of the newsletter, below the site's base. */
export const NEWSLETTER_PATH = '/newsletter/';

/** The page of all letters, below the site's base. */
export const LETTERS_PATH = `${NEWSLETTER_PATH}letters/`;

/** Whether an article or a letter shows: drafts and those published later than today do in a preview alone. */
export function isOut({ draft, published }: Publication, { today, preview }: View): boolean {
  return preview || (!draft && published <= today);
}

/** The path of an article below the site's base, with slashes at both ends. */
export function articlePath(id: string): string {
  return `/articles/${id}/`;
}

/** The id of an article, by its file as it stands in the project; `undefined` for another file. */
export function articleId(file: string): string | undefined {
  return /^content\/articles\/(.+)\.mdx?$/.exec(file)?.[1];
}

/** The path of a letter below the site's base, with slashes at both ends. */
export function letterPath(id: string): string {
  return `${LETTERS_PATH}${id}/`;
}

/** The day and the id of a letter, by its file as it stands in the project; `undefined` for another file. */
export function letterName(file: string): { day: string; id: string } | undefined {
  const [, day, id] = /^content\/letters\/(\d{4}-\d\d-\d\d)-(.+)\.mdx?$/.exec(file) ?? [];
  return day === undefined || id === undefined ? undefined : { day, id };
}

/** The path of a topic, likewise. */
export function topicPath(id: string): string {
  return `/topics/${id}/`;
}

/**
 * The paths of all articles that show and of all topics that one of them is in (by their old ids too), or in a
 * preview of all,
 * and, if there is a newsletter, its own, those of its letters that show, and that of their list.
 */
export function openPaths(
  articles: readonly { readonly id: string; readonly data: Publication & { topic: string } }[],
  topics: readonly { readonly id: string; readonly formerly?: readonly string[] }[],
  view: View,
  letters: readonly { readonly id: string; readonly data: Publication }[] = [],
): ReadonlySet<string> {
  const out = articles.filter(({ data }) => isOut(data, view));
  const filled = new Set(out.map(({ data }) => data.topic));
  return new Set([
    ...out.map(({ id }) => articlePath(id)),
    ...topics
      .filter(({ id }) => view.preview || filled.has(id))
      .flatMap(({ id, formerly = [] }) => [id, ...formerly].map(topicPath)),
    ...(view.newsletter === false
      ? []
      : [
          NEWSLETTER_PATH,
          LETTERS_PATH,
          ...letters.filter(({ data }) => isOut(data, view)).map(({ id }) => letterPath(id)),
        ]),
  ]);
}

/**
 * Whether `path`, which may end with a query and a fragment, asks for an article, a topic, a letter or
 * the newsletter that is not among the `open` ones: because it is yet to come, or because there is none.
 */
export function isDeadEnd(path: string, open: ReadonlySet<string>): boolean {
  const [page = ''] = asWritten(path).split(/[?#]/);
  // What ends like a file's name is one, such as a picture.
  return (
    /^\/(?:(?:articles|topics)\/.*[^/]|newsletter\/?$|newsletter\/letters(?:\/|$))/.test(page) &&
    !/\.\w+$/.test(page) &&
    !open.has(page.replace(/\/?$/, '/'))
  );
}

/** A path with the letters that an address has to encode, or as it is where it cannot be decoded. */
function asWritten(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** A link in HTML as the build writes it: its address, and what it holds. */
const LINK = /<a(?=\s)(?:[^>"]|"[^"]*")*?\shref="([^"]*)"(?:[^>"]|"[^"]*")*>(.*?)<\/a>/gs;

/** HTML with what its dead ends hold, without the links. `base` is the path of the site's address. */
export function withoutDeadEnds(html: string, open: ReadonlySet<string>, base: string): string {
  const root = base.replace(/\/$/, '');
  return html.replace(LINK, (link, address: string, inside: string) =>
    address.startsWith(`${root}/`) && isDeadEnd(address.slice(root.length), open) ? inside : link,
  );
}
