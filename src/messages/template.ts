/**
 * The small language of content/messages: `{slot}` is a blank, `<…>` is left out while a blank in it
 * is empty, `<this|that>` gives that instead, and `<warm: …>` stands only where the flag `warm` is set.
 */

const SLOT = /\{([a-z0-9-]+)\}/g;
const GROUP = /<(?:(plain|warm|paper|elsewhere|signed|unsigned): ?)?([^<>|]*)(?:\|([^<>|]*))?>/g;

/**
 * Tones of a message; whether the law of the place wants paper, or (`elsewhere`) does not; whether the
 * yes was a signature.
 */
export type Flag = 'plain' | 'warm' | 'paper' | 'elsewhere' | 'signed' | 'unsigned';

/** A blank that the sender fills. */
export interface Slot {
  /** What stands in brackets while it is empty, such as "their name". */
  readonly label: string;
  /** What stands there instead, so that it is never empty. */
  readonly default?: string | undefined;
}

export type Slots = ReadonlyMap<string, Slot>;

/** What the sender filled in, by slot. */
export type Values = Readonly<Record<string, string>>;

/** A run of a message: plain text, a blank still to fill (in brackets), or what the sender filled in. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: string; readonly text: string }
  | { readonly kind: 'filled'; readonly slot: string; readonly text: string };

/** The slots that `template` names anywhere, each once, in order. */
export function slotsIn(template: string): string[] {
  return [...new Set([...template.matchAll(SLOT)].map(([, slot = '']) => slot))];
}

/** The first sign of the language that stands alone, with what is behind it: it would be sent as it is. */
export function strayIn(template: string): string | undefined {
  let rest = template.replace(SLOT, '');
  for (let next = rest.replace(GROUP, ''); next !== rest; next = rest.replace(GROUP, ''))
    rest = next;
  const [sign] = /[<>{}|]/.exec(rest) ?? [];
  if (sign === undefined) return undefined;
  // Of those signs in the text, the one that is left: as many behind it as in what is left.
  const behind = rest.slice(rest.indexOf(sign)).split(sign).length - 1;
  const at = template.split(sign).slice(0, -behind).join(sign).length;
  return /^[^\n]{0,30}/.exec(template.slice(at))?.[0];
}

/** `template` with each `{name}` of `parts` replaced by that part, which may hold slots of its own. */
export function withParts(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(SLOT, (whole, name: string) =>
    Object.hasOwn(parts, name) ? (parts[name] ?? '').trim() : whole,
  );
}

/** `template` without the groups of flags: each is kept where its flag is set, and left out elsewhere. */
export function resolveFlags(template: string, flags: ReadonlySet<Flag>): string {
  return template.replace(GROUP, (group, flag: Flag | undefined, kept: string, other = '') => {
    if (!flag) return group;
    return flags.has(flag) ? kept : other;
  });
}

/**
 * `template` without groups: each is kept, swapped or left out. With no `values`, as on a card that
 * shows every blank, all optional groups are kept.
 */
export function resolveGroups(
  template: string,
  flags: ReadonlySet<Flag>,
  slots: Slots,
  values: Values | undefined,
): string {
  const isFilled = (slot: string): boolean =>
    values === undefined || filledIn(slot, values) !== '' || slots.get(slot)?.default !== undefined;
  return resolveFlags(template, flags)
    .replace(GROUP, (_, _flag, first: string, second = '') =>
      slotsIn(first).every(isFilled) ? first : second,
    )
    .replace(/ {2,}/g, ' ')
    .replace(/^ +| +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * `text`, which has no groups any more, cut at its slots. What a sender filled in is never read as a
 * template. Throws an Error that names a slot which `slots` lacks.
 */
export function runsOf(text: string, slots: Slots, values: Values = {}): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(SLOT)) {
    const slot = match[1] ?? '';
    const known = slots.get(slot);
    if (!known) {
      throw new Error(
        `Found: the slot {${slot}}. Allowed: ${[...slots.keys()].join(', ')} (content/messages/slots.yaml).`,
      );
    }
    if (match.index > end) runs.push({ kind: 'text', text: text.slice(end, match.index) });
    const value = filledIn(slot, values);
    if (value) runs.push({ kind: 'filled', slot, text: value });
    else if (known.default !== undefined) runs.push({ kind: 'text', text: known.default });
    else runs.push({ kind: 'slot', slot, text: `[${known.label}]` });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) });
  return runs;
}

function filledIn(slot: string, values: Values): string {
  return Object.hasOwn(values, slot) ? (values[slot] ?? '').trim() : '';
}
