import outcomeStyles from '../forms/outcome.css?inline';
import paperStyles from '../forms/paper-version.css?inline';
import toolStyles from '../forms/tool.css?inline';
import sayItStyles from '../messages/composer/say-it.css?inline';
import messageStyles from '../messages/message.css?inline';
import afterStyles from '../plan/after/after.css?inline';
import decideStyles from '../plan/decide/decide.css?inline';
import type { PlanStep } from '../plan/plan-steps.ts';
import signedStyles from '../plan/signed/signed.css?inline';
import tellByStyles from '../plan/tell-by/tell-by.css?inline';

/** The sheets of each tool beyond those that all tools share. */
const OWN: Readonly<Record<PlanStep, readonly string[]>> = {
  decide: [decideStyles],
  signed: [signedStyles],
  'tell-by': [tellByStyles],
  'say-it': [messageStyles, sayItStyles],
  after: [afterStyles],
};

/** The sheets that the tools of `steps` need, each once. */
export function stylesOf(steps: readonly PlanStep[]): string[] {
  return [
    ...new Set([toolStyles, outcomeStyles, paperStyles, ...steps.flatMap((step) => OWN[step])]),
  ];
}
