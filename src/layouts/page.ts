/** What the head of a page needs to know. Titles and descriptions are plain text. */
export interface Page {
  /** Path below the base, with slashes at both ends. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Names of the pages above, from the home page down, for breadcrumbs. */
  readonly trail?: readonly { readonly name: string; readonly path: string }[];
  readonly article?: {
    readonly published: string;
    readonly modified: string;
    readonly section: string;
  };
  /** The data that it shows, with the path of the file that holds them. */
  readonly dataset?: { readonly file: string; readonly type: string; readonly modified: string };
  /** Terms that the page defines, each with its path. */
  readonly terms?: readonly {
    readonly term: string;
    readonly also: readonly string[];
    readonly says: string;
    readonly path: string;
  }[];
  /** The path of the page that this one became: readers and search engines are sent there. */
  readonly movedTo?: string;
  /** A feed of its own, besides that of the articles. */
  readonly feed?: { readonly title: string; readonly path: string };
  /** Kept out of search engines: the page for unknown addresses, and those that only follow a form. */
  readonly hidden?: boolean;
}
