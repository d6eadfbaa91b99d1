import { channelsOf, type Messages } from '../messages.ts';
import type { Catalog } from './draft.ts';

/** `messages` as the composer takes them; `paper` are the countries whose law wants paper. */
export function catalogOf(
  { situations, frames, slots }: Messages,
  paper: readonly string[],
): Catalog {
  return {
    situations: Object.fromEntries(
      [...situations].map(([id, { title, subject, body, news, why, advice, channels }]) => [
        id,
        { title, subject, body, news, why, advice, channels: channelsOf({ channels }) },
      ]),
    ),
    frames,
    slots: Object.fromEntries(
      [...slots].map(([id, { label, default: standard, lines }]) => [
        id,
        { label, default: standard, lines },
      ]),
    ),
    paper,
  };
}
