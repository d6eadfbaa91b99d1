import type { Locator, Page } from '@playwright/test';
import { at } from '../built-site.ts';

/** The article that most people come for. */
export const FLAGSHIP = at('/articles/how-to-decline-a-job-offer-you-already-accepted/');

/** The button below the answer of the article on `page`: what to do now. */
export const firstAct = (page: Page): Locator => page.locator('.opening').getByRole('link').first();
