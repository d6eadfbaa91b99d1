import { dirname } from 'node:path';
import { at, builtFiles } from '../built-site.ts';
import { rawRequest } from '../raw-request.ts';
import { expect, test } from '../test.ts';

test('beside the fonts lie their licenses, with whose they are', async ({ server }) => {
  const folders = new Set(builtFiles('.woff2').map(dirname));
  expect(folders.size).toBe(1);
  const texts: string[] = [];
  for (const file of builtFiles('.txt').filter((name) => folders.has(dirname(name)))) {
    const { status, body } = await rawRequest(`${server}${at(`/${file}`)}`);
    expect(status, file).toBe(200);
    texts.push(body.toString());
  }
  for (const family of ['Newsreader', 'Hanken Grotesk']) {
    const license = texts.find((text) => text.includes(`The ${family} Project Authors`));
    expect(license, family).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(license, family).toContain('PERMISSION & CONDITIONS');
  }
});
