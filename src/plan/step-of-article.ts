import { PLAN_STEPS, type PlanStep } from './plan-steps.ts';

/** What tells which step of the plan an article belongs to, the surest first. */
interface Signs {
  /** Tools that its text holds, by id, in order. */
  readonly held: readonly string[];
  /** Where the button below its answer leads, below the site's base. */
  readonly leads: string | undefined;
  /** Tools that it offers below its text, and those of its topic. */
  readonly offered: readonly string[];
  readonly ofTopic: readonly string[];
}

/**
 * The step of the plan that an article belongs to: that of the first tool it holds, of the tool its button
 * leads to, of one it offers, or the first that goes with its topic. `undefined` where it has none.
 */
export function stepOfArticle({ held, leads, offered, ofTopic }: Signs): PlanStep | undefined {
  const [, led = ''] = /^\/plan\/([a-z-]+)\//.exec(leads ?? '') ?? [];
  const ids = [...held, led, ...offered, ...ofTopic];
  return ids.map((id) => PLAN_STEPS.find((step) => step === id)).find((step) => step !== undefined);
}
