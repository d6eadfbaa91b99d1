/**
 * The steps from one word to another, each a letter too many, too few, another one, or two swapped
 * (optimal string alignment distance). More than `most` steps are counted as `most + 1`.
 */
export function stepsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      const swapped =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        (last[at] ?? 0) + 1,
        (now[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...now) > most) return most + 1;
    before = last;
    last = now;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

/** How many steps a word may be away from what somebody meant: short ones would be taken for others. */
function stepsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * The words of `vocabulary` that somebody who typed `word` most likely meant: the nearest ones, and
 * of these those that begin alike, as few people miss the first letter.
 */
export function meantBy(word: string, vocabulary: Iterable<string>): string[] {
  let most = stepsAllowed(word);
  let nearest: string[] = [];
  if (most === 0) return nearest;
  const letters = lettersOf(word);
  for (const known of vocabulary) {
    if (Math.abs(word.length - known.length) > most) continue;
    // Each step can add one letter that was not there: that is told faster than the steps are.
    if (countOf(letters & ~lettersOf(known)) > most) continue;
    const steps = stepsBetween(word, known, most);
    if (steps > most) continue;
    if (steps < most) nearest = [];
    most = steps;
    nearest.push(known);
  }
  const alike = nearest.filter((known) => known[0] === word[0]);
  return alike.length > 0 ? alike : nearest;
}

/** The letters of a word as bits, several letters to one bit. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
