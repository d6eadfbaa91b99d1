/** The page that searches, below the site's base. */
export const SEARCH_PATH = '/search/';

/** Joins the site's base path (`/` or `/some/path/`) and a path that starts with `/`. */
export function withBase(path: string, base: string): string {
  return base.replace(/\/$/, '') + path;
}

/** A path below this site's base, for links within the site. */
export function href(path: string): string {
  return withBase(path, import.meta.env.BASE_URL);
}

/** The absolute URL of a path below this site's base. */
export function absolute(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
