import type { Page } from '@playwright/test';

/** How a page is looked at. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors?: 'active';
}

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

/** A phone and a wide screen, light and dark. */
export const VIEWS: readonly [View, ...View[]] = [
  { name: 'phone, light', ...phone, colorScheme: 'light' },
  { name: 'phone, dark', ...phone, colorScheme: 'dark' },
  { name: 'wide, light', ...desktop, colorScheme: 'light' },
  { name: 'wide, dark', ...desktop, colorScheme: 'dark' },
];

/** A phone, and a wide screen, for what is said of one of them alone. */
export const PHONE: View = VIEWS[0];
export const WIDE: View = { name: 'wide, light', ...desktop, colorScheme: 'light' };

/** The widths alone, for what colors have no part in, such as where things stand and what they do. */
export const WIDTHS: readonly View[] = VIEWS.filter(({ colorScheme }) => colorScheme === 'light');

/** Windows' contrast themes and their like, where the reader's colors replace those of the page. */
export const FORCED_COLORS: readonly View[] = [
  { name: 'forced colors on light', ...phone, colorScheme: 'light', forcedColors: 'active' },
  { name: 'forced colors on dark', ...desktop, colorScheme: 'dark', forcedColors: 'active' },
];

/** Where a sign that is drawn for one look alone is likeliest to be missing. */
export const UNLIKE_THE_FIRST: readonly View[] = [
  { name: 'wide, dark', ...desktop, colorScheme: 'dark' },
  { name: 'forced colors on light', ...phone, colorScheme: 'light', forcedColors: 'active' },
];

/** Looks at the open page in this way, without loading it anew. */
export async function look(
  page: Page,
  { width, height, colorScheme, forcedColors }: View,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme,
    forcedColors: forcedColors ?? 'none',
    reducedMotion: 'reduce',
  });
}
