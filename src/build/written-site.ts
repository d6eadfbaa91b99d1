import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory } from '../site/content-directory.ts';
import { type Site, siteSchema } from '../site/schema.ts';

/**
 * content/site.yaml, for what runs outside of the pages. Throws where it is wrong: a build has told
 * its writer before anybody asks here.
 */
export function writtenSite(): Site {
  return siteSchema.parse(parse(readFileSync(join(contentDirectory(), 'site.yaml'), 'utf8')));
}
