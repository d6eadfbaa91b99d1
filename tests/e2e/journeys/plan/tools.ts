import type { Page } from '@playwright/test';
import { at } from '../../built-site.ts';

/** The path of a tool's own page, or of the whole plan. */
export const planPath = (step = ''): string => at(`/plan/${step && `${step}/`}`);

/** Opens the page of a tool and waits for its script, after which `[data-tool]` is what it says. */
export async function openTool(page: Page, step: string): Promise<void> {
  await page.goto(planPath(step));
  await page.locator(`[data-tool=${step}]:defined`).waitFor();
}

/** What this browser keeps of the plan, or null. */
export const stored = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('second-thoughts:plan'));
