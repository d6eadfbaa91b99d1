import { PLAN_STEPS } from '../../../../src/plan/plan-steps.ts';
import { rawRequest } from '../../raw-request.ts';
import { expect, test } from '../../test.ts';
import { openTool, planPath } from './tools.ts';

/** The most JavaScript of one tool with all that it needs, in bytes, compressed with Brotli. */
const MOST = 10_240;

for (const step of PLAN_STEPS) {
  test(`the script of ${step} is small`, async ({ page, server }) => {
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    await openTool(page, step);
    const sizes = await Promise.all(
      [...scripts].map((url) => rawRequest(url, { headers: { 'accept-encoding': 'br' } })),
    );
    expect(scripts.size).toBeGreaterThan(1);
    expect([...scripts].every((url) => url.startsWith(server))).toBe(true);
    expect(sizes.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThanOrEqual(MOST);
  });
}

test('on the page of the plan, the script of a tool waits until it is near', async ({ page }) => {
  await page.goto(planPath());
  await expect(page.locator('withdrawal-plan:defined')).toBeVisible();
  expect(await page.locator('[data-tool=after]:defined').count()).toBe(0);
  await page.locator('#step-after').scrollIntoViewIfNeeded();
  await page.locator('[data-tool=after]:defined').waitFor();
});
