import { stringify } from 'yaml';
import type { z } from 'zod';
import { type Article, toArticle } from '../../../src/articles/article.ts';
import { articleSchema } from '../../../src/articles/schema.ts';

/** The least that the front matter of an article can say. */
export const FRONT_MATTER: z.input<typeof articleSchema> = {
  title: 'The phone call',
  description: 'A script for the call.',
  topic: 'say-it',
  answer: 'Call once you are certain.',
  published: '2026-11-01',
  reviewed: '2026-11-01',
};

/** An article file that was read: `content/articles/<id>.mdx`. */
export function articleFrom({
  id = 'phone-call',
  body = 'Call first.',
  ...data
}: { id?: string; body?: string } & Partial<typeof FRONT_MATTER> = {}): Article {
  return toArticle({
    id,
    file: `content/articles/${id}.mdx`,
    body,
    data: articleSchema.parse({ ...FRONT_MATTER, ...data }),
  });
}

/** The text of an article's file that is right but for `change`, and out whatever day it is. */
export function articleWith(
  change: Readonly<Record<string, unknown>>,
  body = 'Call first.',
): string {
  const out = { ...FRONT_MATTER, published: '2015-11-01', reviewed: '2015-11-01' };
  return `---\n${stringify({ ...out, ...change })}---\n\n${body}\n`;
}
