import { getEntry } from 'astro:content';
import type { NoticeRules } from './notice-schema.ts';
import type { TellByWords } from './words-schema.ts';

/** What content/plan/tell-by.yaml says. */
export async function loadTellBy(): Promise<TellByWords> {
  const entry = await getEntry('planTellBy', 'tellBy');
  if (!entry) throw new Error('content/plan/tell-by.yaml is empty.');
  return entry.data;
}

/** The rules of content/plan/notice.yaml. */
export async function loadNotice(): Promise<NoticeRules> {
  const entry = await getEntry('planNotice', 'notice');
  if (!entry) throw new Error('content/plan/notice.yaml is empty.');
  return entry.data;
}
