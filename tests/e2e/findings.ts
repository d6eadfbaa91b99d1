/** What a check found on one page, in several states of it: each problem once, with its states. */
export class Findings {
  readonly #states = new Map<string, string[]>();

  /** Notes the `problems` that were found in `state`. */
  add(state: string, problems: Iterable<string>): void {
    for (const problem of new Set(problems)) {
      this.#states.set(problem, [...(this.#states.get(problem) ?? []), state]);
    }
  }

  /** A line for each problem, such as `shows no focus: <a> "Feed" (phone, light; wide, dark)`. */
  get lines(): string[] {
    return [...this.#states].map(([problem, states]) => `${problem} (${states.join('; ')})`);
  }
}
