/** Where the spreadsheet of all figures is, below the site's base. */
export const FIGURES_CSV = '/figures.csv';

/** Whether a page, by its text in MDX, lists all figures. */
export function listsFigures(body: string | undefined): boolean {
  return /^<Figures\b/m.test(body ?? '');
}
