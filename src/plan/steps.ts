/** The steps of the plan, in their order, each a tool of its own. */
export const STEPS = ['decide', 'signed', 'tell-by', 'say-it', 'after'] as const;

export type Step = (typeof STEPS)[number];
