import { expect, test } from '../test.ts';
import { buildOther, serveOther } from './other-site.ts';

test('a site without a server posts to its provider, and says so in its policy', async ({
  page,
}) => {
  await using site = await buildOther({
    NEWSLETTER_PROVIDER: 'form',
    NEWSLETTER_FORM_URL: 'https://provider.example/subscribe?list=1',
    NEWSLETTER_FORM_FIELD: 'EMAIL',
  });
  await serveOther(site, async (server) => {
    const posted = Promise.withResolvers<string | null>();
    await page.route('https://provider.example/**', (route) => {
      posted.resolve(route.request().postData());
      return route.fulfill({ contentType: 'text/html', body: '<h1>Thank you</h1>' });
    });
    await page.goto(server);
    await page.getByRole('textbox', { name: 'Your email address' }).fill('ana@example.com');
    await page.getByRole('button', { name: 'Join the list' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
    expect(page.url()).toBe('https://provider.example/subscribe?list=1');
    expect(await posted.promise).toBe('EMAIL=ana%40example.com');
  });
});
