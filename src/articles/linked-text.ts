import { typographic } from '../site/typographic.ts';

/** A run of a text; `to` is where it leads, as it was written. */
export interface LinkedRun {
  readonly text: string;
  readonly to?: string;
}

/** Markdown's inline link, such as `[the call](/articles/phone-call/)`, and no citation. */
const LINK = /\[([^\]@][^\]]*)\]\(([^()\s]+)\)/g;

/** A plain text cut at its Markdown links, with the quotes that Markdown would give it. */
export function linkedRuns(text: string): LinkedRun[] {
  // As they were typed: an address is no prose.
  const addresses = [...text.matchAll(LINK)].map(([, , to = '']) => to);
  const runs: LinkedRun[] = [];
  const set = typographic(text);
  // What begins or ends with a space stands beside something.
  const whole = /^\s/.test(text) ? ` ${set}` : set;
  const padded = /\s$/.test(text) ? `${whole} ` : whole;
  let end = 0;
  for (const [index, link] of [...padded.matchAll(LINK)].entries()) {
    if (link.index > end) runs.push({ text: padded.slice(end, link.index) });
    runs.push({ text: link[1] ?? '', to: addresses[index] ?? '' });
    end = link.index + link[0].length;
  }
  if (end < padded.length) runs.push({ text: padded.slice(end) });
  return runs;
}
