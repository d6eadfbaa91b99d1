import type { Check, Field } from './form.ts';

/** A field for each of `names`, such as those of a list in content/. */
export function fieldsFor<Name extends string, Kind extends Field>(
  names: readonly Name[],
  fieldOf: (name: Name) => Kind,
): Readonly<Record<Name, Kind>> {
  // Each of the names is a key now.
  return Object.fromEntries(names.map((name) => [name, fieldOf(name)])) as Record<Name, Kind>;
}

/** A check of how many characters a text has, as a reader counts: an emoji is one. */
export function longerThan(limit: number): Check<string> {
  return (text) => {
    const count = [...text].length;
    return count > limit && { limit, count };
  };
}
