/**
 * Makes the links of a page's HTML absolute, so that they work in a feed reader: those within the
 * site (`/x/`) and those within the page (`#x`). `page` is the page's absolute URL.
 */
export function absoluteLinks(html: string, page: string): string {
  return html.replace(
    /\b(href|src)="(\/(?!\/)[^"]*|#[^"]*)"/g,
    (_, attribute: string, target: string) => `${attribute}="${new URL(target, page).href}"`,
  );
}
