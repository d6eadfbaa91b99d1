import { z } from 'zod';
import { lawRule } from '../../law/law-rule.ts';
import { text } from '../../site/text-with-blanks.ts';

const group = z.strictObject;
const id = z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/);

const item = group({
  id,
  /** Whom it concerns; nobody in particular without it. */
  when: text().optional(),
  text: text(),
  why: text().optional(),
  say: text().optional(),
  link: group({
    label: text(),
    path: z.string().regex(/^\/([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/),
  }).optional(),
  law: group({ ...lawRule, text: text() }).optional(),
});

/** content/plan/after.yaml: the tick list, and what is said around it. */
export const afterSchema = group({
  lead: text(),
  progress: text('done', 'count'),
  next: text('item'),
  button: text(),
  allDone: text(),
  groupProgress: text('done', 'count'),
  when: text('when'),
  say: text(),
  law: text(),
  groups: z
    .array(group({ id, title: text(), items: z.array(item).min(1) }))
    .min(1)
    .refine(
      (groups) => {
        const ids = groups.flatMap(({ items }) => items.map((one) => one.id));
        return new Set(ids).size === ids.length;
      },
      { error: 'Found: the same id twice. Allowed: items whose ids differ, in all groups.' },
    ),
});

/** What the list says, by part. */
export type AfterWords = z.output<typeof afterSchema>;
/** One thing to do. */
export type Task = AfterWords['groups'][number]['items'][number];
