import { createHash } from 'node:crypto';
import type { WordmarkRun } from './wordmark.ts';

/** What is drawn on the picture that stands for a page where its link is shared. */
export interface SocialPicture {
  readonly title: string;
  readonly kicker: string;
}

/** What all pictures of a site share. */
export interface PictureIdentity {
  readonly wordmark: readonly WordmarkRun[];
  /** `#rrggbb`. */
  readonly accent: string;
}

/** Raise it when the drawing changes, so that pictures are drawn anew. */
const DRAWING = 5;

/** Size in pixels, as Open Graph consumers expect it. */
export const SOCIAL_PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Path below the base of the picture for these words of this site: the same words, the same file. */
export function socialPicturePath(
  { title, kicker }: SocialPicture,
  { wordmark, accent }: PictureIdentity,
): string {
  const text = JSON.stringify([DRAWING, title, kicker, wordmark, accent]);
  return `/og/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.png`;
}
