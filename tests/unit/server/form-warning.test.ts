import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formWarning } from '../../../src/server/form-warning.ts';
import { readSite } from '../../../src/server/site.ts';
import { StartError } from '../../../src/server/start-error.ts';
import { FILES, writeFiles } from './built-site.ts';

const formTo = (action: string) => ({
  'dist/newsletter/index.html': `<form method="post" action="${action}"></form>`,
});
const SITES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'posts here': formTo('/base/newsletter/subscribe/'),
  'posts to a provider': formTo('https://list.example/newsletter/subscribe/'),
  'has no newsletter': {},
};

describe('formWarning', () => {
  it.each([
    ['posts here', undefined, undefined],
    ['posts here', '', undefined],
    ['posts here', 'embedded', undefined],
    ['posts here', 'listmonk', undefined],
    ['posts here', 'none', /posts to this server, which takes nothing with .*=none\./],
    ['posts here', 'form', /posts to this server, which takes nothing with .*=form\./],
    ['posts to a provider', 'form', undefined],
    ['has no newsletter', undefined, undefined],
    ['has no newsletter', 'none', undefined],
    ['has no newsletter', 'form', undefined],
    ['has no newsletter', ' embedded ', /without its newsletter, so .*=embedded does nothing/],
    ['has no newsletter', 'mailchimp', /without its newsletter, so .*=mailchimp does nothing/],
  ])('where the site %s and the server says %j', async (built, provider, sentence) => {
    const site = await readSite(join(await writeFiles({ ...FILES, ...SITES[built] }), 'dist'));
    const warning = await formWarning(site, { NEWSLETTER_PROVIDER: provider });
    if (sentence) expect(warning).toMatch(sentence);
    else expect(warning).toBeUndefined();
  });

  it('refuses a provider that there is not', async () => {
    const site = await readSite(join(await writeFiles(FILES), 'dist'));
    const warning = formWarning(site, { NEWSLETTER_PROVIDER: 'non' });
    await expect(warning).rejects.toBeInstanceOf(StartError);
    await expect(warning).rejects.toThrow(/^NEWSLETTER_PROVIDER is "non"\. It should be embedded/);
  });
});
