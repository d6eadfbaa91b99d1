import type { Step } from '../plan/steps.ts';

/** The script that makes each tool work. */
const SCRIPTS: Readonly<Record<Step, () => Promise<unknown>>> = {
  decide: () => Promise.resolve(),
  signed: () => Promise.resolve(),
  'tell-by': () => Promise.resolve(),
  'say-it': () => import('../messages/composer/define.ts'),
  after: () => Promise.resolve(),
};

/** Makes the tool of `step` work, wherever it is on the page. Rejects where its script does not come. */
export async function defineTool(step: string | undefined): Promise<void> {
  // What no tool is called has no script.
  await SCRIPTS[step as Step]?.();
}
