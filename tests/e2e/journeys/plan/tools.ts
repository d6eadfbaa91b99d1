import type { Locator, Page } from '@playwright/test';
import { at } from '../../built-site.ts';

/** The path of a tool's own page, or of the whole plan. */
export const planPath = (step = ''): string => at(`/plan/${step && `${step}/`}`);

/** Opens the page of a tool and waits for its script, after which `[data-tool]` is what it says. */
export async function openTool(page: Page, step: string): Promise<void> {
  await page.goto(planPath(step));
  await page.locator(`[data-tool=${step}]:defined`).waitFor();
}

/** The part of a tool's outcome that is folded below `label`. */
export const folded = (page: Page, label: string): Locator =>
  page.locator('.outcome details').filter({ has: page.getByText(label, { exact: true }) });

/** Unfolds all of the outcome, as somebody does who wants to know. */
export async function unfold(page: Page): Promise<void> {
  for (const part of await page.locator('.outcome details').all()) {
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
  }
}

/** What this browser keeps of the plan, or null. */
export const stored = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('second-thoughts:plan'));
