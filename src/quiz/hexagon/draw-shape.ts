import type { Six } from '../engine/types.ts';
import { outline } from './hexagon.ts';

/** Whose shape: the reader's, that of the job accepted, and that of the other job. */
export type Shape = 'you' | 'job' | 'other';

/** Draws `profile` (scores from 1 to 5) into the hexagon inside `root`, or takes the shape away. */
export function drawShape(root: Element, shape: Shape, profile: Six<number> | undefined): void {
  const polygon = root.querySelector(`[data-shape=${shape}]`);
  if (profile) polygon?.setAttribute('points', outline(profile));
  else polygon?.removeAttribute('points');
}
