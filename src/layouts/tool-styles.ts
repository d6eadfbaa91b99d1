import type { Step } from '../plan/steps.ts';
import afterStyles from '../styles/after.css?inline';
import decideStyles from '../styles/decide.css?inline';
import messageStyles from '../styles/message.css?inline';
import outcomeStyles from '../styles/outcome.css?inline';
import sayItStyles from '../styles/say-it.css?inline';
import signedStyles from '../styles/signed.css?inline';
import tellByStyles from '../styles/tell-by.css?inline';
import toolStyles from '../styles/tool.css?inline';
import paperStyles from '../styles/tool-paper.css?inline';

/** The sheets of each tool beyond those that all tools share. */
const OWN: Readonly<Record<Step, readonly string[]>> = {
  decide: [decideStyles],
  signed: [signedStyles],
  'tell-by': [tellByStyles],
  'say-it': [messageStyles, sayItStyles],
  after: [afterStyles],
};

/** The sheets that the tools of `steps` need, each once. */
export function stylesOf(steps: readonly Step[]): string[] {
  return [
    ...new Set([toolStyles, outcomeStyles, paperStyles, ...steps.flatMap((step) => OWN[step])]),
  ];
}
