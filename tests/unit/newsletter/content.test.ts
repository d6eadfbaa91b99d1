import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  NEWSLETTER_FILE,
  readContent,
  writtenNewsletter,
} from '../../../src/newsletter/content.ts';
import { SetupError } from '../../../src/newsletter/setup-error.ts';
import { writeFiles } from '../server/built-site.ts';

const never = (): never => {
  throw new Error('content/ was read.');
};

describe('readContent', () => {
  it('has what was built, whatever became of content/ since', async () => {
    const built = await writtenNewsletter('content');
    const dist = await writeFiles({ [NEWSLETTER_FILE]: JSON.stringify(built) });
    expect(await readContent(dist, never)).toEqual(built);
  });

  it('has what content/ says where a site has no note of it', async () => {
    const dist = await writeFiles({});
    expect(await readContent(dist, () => 'content')).toEqual(await writtenNewsletter('content'));
  });

  it.each(['', '{', '{}', '{"siteName":"A"}', 'null'])('refuses the note %j', async (note) => {
    const dist = await writeFiles({ [NEWSLETTER_FILE]: note });
    await expect(readContent(dist, never)).rejects.toThrow(/Run npm run build again\.$/);
  });
});

describe('writtenNewsletter', () => {
  it('says the name wherever the words leave room for it', async () => {
    const folder = await writeFiles({});
    await cp('content/newsletter.yaml', join(folder, 'newsletter.yaml'));
    const site = await readFile('content/site.yaml', 'utf8');
    const renamed = site
      .replace(/^name: .*$/m, () => 'name: "A $& <B>"')
      .replace(/^wordmark: .*$/m, '');
    await writeFile(join(folder, 'site.yaml'), renamed);
    const { siteName, mails } = await writtenNewsletter(folder);
    expect(siteName).toBe('A $& <B>');
    expect(mails.confirm.text).toContain(siteName);
    expect(JSON.stringify(mails)).not.toContain('{site}');
  });

  it.each([
    ['name: "open', /site\.yaml is no YAML\. /],
    ['name: ""', /site\.yaml: the field "name" is wrong\. Found: ""/],
  ])('says in a sentence what is wrong with %j', async (yaml, sentence) => {
    const folder = await writeFiles({ 'site.yaml': yaml });
    const reading = writtenNewsletter(folder);
    await expect(reading).rejects.toThrow(sentence);
    await expect(reading).rejects.toBeInstanceOf(SetupError);
  });
});
