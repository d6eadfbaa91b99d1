import type { FormAnswers } from './form-answers.ts';

/** The most characters that one answer of a link may have; what is longer is no choice of ours. */
const LONGEST = 60;

/** The fragment of a link that opens `tool` with `answers`, such as `#say-it?country=de`. */
export function answersFragment(tool: string, answers: FormAnswers): string {
  return `#${tool}?${new URLSearchParams(answers)}`;
}

/** The answers for `tool` in a fragment, or undefined where it holds none. Never throws. */
export function answersInFragment(tool: string, fragment: string): FormAnswers | undefined {
  const start = `#${tool}?`;
  if (!fragment.startsWith(start)) return undefined;
  const fields = [...new URLSearchParams(fragment.slice(start.length))];
  return Object.fromEntries(fields.filter(([, answer]) => answer.length <= LONGEST));
}
