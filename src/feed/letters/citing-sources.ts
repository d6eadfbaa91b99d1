/** A citation as the site's Markdown writes it: a number that leads to a source at the page's end. */
const CITATION = /<a href="#source-([a-z0-9-]+)" id="cite-[\d-]+"/g;

/**
 * HTML whose citations lead to the sources themselves, at the address that `urlOf` has of them: mail
 * programs follow no link within a letter.
 */
export function citingSources(html: string, urlOf: (id: string) => string | undefined): string {
  return html.replace(CITATION, (link, id: string) => {
    const url = urlOf(id);
    return url === undefined
      ? link
      : `<a href="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
