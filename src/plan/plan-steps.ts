/** The steps of the plan, in their order, each a tool of its own. */
export const PLAN_STEPS = ['decide', 'signed', 'tell-by', 'say-it', 'after'] as const;

export type PlanStep = (typeof PLAN_STEPS)[number];
