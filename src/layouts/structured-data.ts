import type {
  BlogPosting,
  BreadcrumbList,
  Dataset,
  DefinedTermSet,
  Graph,
  Organization,
  Person,
  WebSite,
} from 'schema-dts';
import { PORTRAIT } from '../site/portrait.ts';
import type { Site } from '../site/schema.ts';
import type { Page } from './page.ts';

type Absolute = (path: string) => string;

/** A thing that is described here, and no mere name of one. */
type Described<Type> = Exclude<Type, string>;

type Node = Described<WebSite | BlogPosting | DefinedTermSet | Dataset | BreadcrumbList>;

interface PageGraph extends Graph {
  readonly '@graph': readonly Node[];
}

/**
 * The JSON-LD graph of a page (schema.org): `WebSite` with its publisher on the home page,
 * `BlogPosting` on an article, `DefinedTermSet` where terms are defined, `Dataset` on a page of data,
 * `BreadcrumbList` below the home page.
 */
export function structuredData(
  page: Page,
  site: Site,
  picture: string,
  absolute: Absolute,
): PageGraph {
  const publisher: Described<Organization> = {
    '@type': 'Organization',
    name: site.name,
    url: absolute('/'),
    logo: absolute('/icon-512.png'),
  };
  const graph: Node[] = [];
  if (page.path === '/') {
    graph.push({
      '@type': 'WebSite',
      '@id': absolute('/#site'),
      name: site.name,
      description: site.description,
      url: absolute('/'),
      inLanguage: site.language,
      publisher,
    });
  }
  if (page.article) {
    graph.push({
      '@type': 'BlogPosting',
      headline: page.title,
      description: page.description,
      datePublished: page.article.published,
      dateModified: page.article.modified,
      image: picture,
      author: authorOf(site.author, absolute),
      publisher,
    });
  }
  if (page.dataset) {
    const { file, type, modified } = page.dataset;
    graph.push({
      '@type': 'Dataset',
      name: page.title,
      description: page.description,
      url: absolute(page.path),
      dateModified: modified,
      inLanguage: site.language,
      isAccessibleForFree: true,
      creator: authorOf(site.author, absolute),
      publisher,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: type,
        contentUrl: absolute(file),
      },
    });
  }
  if (page.terms) {
    graph.push({
      '@type': 'DefinedTermSet',
      '@id': absolute(page.path),
      name: page.title,
      description: page.description,
      url: absolute(page.path),
      inLanguage: site.language,
      hasDefinedTerm: page.terms.map(({ term, also, says, path }) => ({
        '@type': 'DefinedTerm',
        name: term,
        ...(also.length > 0 && { alternateName: [...also] }),
        description: says,
        url: absolute(path),
        inDefinedTermSet: absolute(page.path),
      })),
    });
  }
  if (page.trail) {
    const trail = [
      { name: site.name, path: '/' },
      ...page.trail,
      { name: page.title, path: page.path },
    ];
    graph.push({
      '@type': 'BreadcrumbList',
      itemListElement: trail.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absolute(path),
      })),
    });
  }
  return { '@context': 'https://schema.org', '@graph': graph };
}

function authorOf(
  { kind, name, page, bio, photo }: Site['author'],
  absolute: Absolute,
): Described<Person | Organization> {
  return {
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
    url: absolute(page),
    ...(bio !== undefined && { description: bio }),
    ...(photo !== undefined && { image: absolute(PORTRAIT) }),
  };
}

/** JSON that may stand in a script element: `<` cannot open a tag there (HTML Standard 4.12.1.3). */
export function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
