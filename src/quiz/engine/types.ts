/**
 * The six vocational interest types of Holland (1997), *Making Vocational Choices*: Realistic,
 * Investigative, Artistic, Social, Enterprising, Conventional. A type is its place in that order,
 * which is also the order around the hexagon.
 */
export type Type = 0 | 1 | 2 | 3 | 4 | 5;

/** One value for each type, in the order R I A S E C. */
export type Six<T> = readonly [T, T, T, T, T, T];

/** All types, in order. */
export const TYPES: Six<Type> = [0, 1, 2, 3, 4, 5];

/** The types' initials: the letter of type 3 is `TYPE_LETTERS[3]`, S. */
export const TYPE_LETTERS = ['R', 'I', 'A', 'S', 'E', 'C'] as const;

/** What `of` gives for each type. */
export function six<T>(of: (type: Type) => T): Six<T> {
  return [of(0), of(1), of(2), of(3), of(4), of(5)];
}

/** `values` as six. Throws an Error where there are not six of them. */
export function sixOf<T>(values: readonly T[]): Six<T> {
  if (isSix(values)) return values;
  throw new Error(`Found: ${values.length} values. Allowed: six, in the order R I A S E C.`);
}

/** Whether there are six `values`. */
export function isSix<T>(values: readonly T[]): values is Six<T> {
  return values.length === TYPES.length;
}
