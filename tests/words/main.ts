/**
 * `node tests/words/main.ts [files of tests]`: has journeys, or these tests, go through the site in other words. Each
 * sentence in the YAML files of content/ ends otherwise, as if its owner had written it anew, so a test
 * that quotes one fails.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySite } from '../site-copy.ts';
import { rewritten } from './rewritten.ts';

/** Files without a sentence of the owner: figures and sources name others, and O*NET's words are its own. */
const OF_OTHERS = '{sources,figures,not-figures,quiz/{questions,titles,types}}.yaml';

await using site = await copySite();
const content = join(site.root, 'content');
for (const name of globSync('**/*.yaml', { cwd: content, exclude: [OF_OTHERS] })) {
  const file = join(content, name);
  writeFileSync(file, rewritten(readFileSync(file, 'utf8')));
}
const { code, output } = await site.build();
if (code === 0) {
  const playwright = ['node_modules/@playwright/test/cli.js', 'test'];
  const { status } = spawnSync(
    process.execPath,
    [
      ...[...playwright, '--config', 'tests/playwright.config.ts', '--project=chromium'],
      ...(process.argv.length > 2 ? process.argv.slice(2) : ['journeys']),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, DIST_DIR: join(site.root, 'dist'), CONTENT_DIR: content },
    },
  );
  process.exitCode = status ?? 1;
} else {
  console.error(output);
  process.exitCode = 1;
}
