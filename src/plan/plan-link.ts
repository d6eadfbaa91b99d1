import type { FormAnswers } from '../forms/form-answers.ts';
import { PLAN_STEPS, type PlanStep } from './plan-steps.ts';

/** The answers of the plan, by step. */
export type PlanAnswers = Partial<Readonly<Record<PlanStep, FormAnswers>>>;

/** Raise it when a field gets another meaning, so that an old link is not read as something else. */
export const PLAN_VERSION = 1;

/** The most characters that one answer of a link may have; what is longer is no answer of ours. */
const LONGEST = 2_000;

/** What a fragment holds. */
export type SharedPlan =
  | { readonly kind: 'plan'; readonly answers: PlanAnswers }
  /** Its end is missing: these are the answers that are left. */
  | { readonly kind: 'cut-off'; readonly answers: PlanAnswers }
  /** It belongs to another version of the plan. */
  | { readonly kind: 'old-version' }
  /** It is no plan: empty, or a place on the page. */
  | { readonly kind: 'foreign' };

const START = /^#?plan(\d+)\?/;

/**
 * The fragment, without `#`, of a link to a plan with `answers`: their fields as `step.field`,
 * form-encoded, and a mark at the end. Browsers never send a fragment (RFC 3986, section 3.5).
 */
export function planFragment(answers: PlanAnswers): string {
  const fields = new URLSearchParams();
  for (const step of PLAN_STEPS) {
    for (const [name, answer] of Object.entries(answers[step] ?? {})) {
      fields.append(`${step}.${name}`, answer);
    }
  }
  fields.append('end', '1');
  return `plan${PLAN_VERSION}?${fields}`;
}

/** Reads a fragment, with or without `#`, whatever it holds. Never throws. */
export function readPlanFragment(fragment: string): SharedPlan {
  const [start, version] = START.exec(fragment) ?? [];
  if (start === undefined) return { kind: 'foreign' };
  if (Number(version) !== PLAN_VERSION) return { kind: 'old-version' };
  const fields = new URLSearchParams(fragment.slice(start.length));
  const answers: Partial<Record<PlanStep, Record<string, string>>> = {};
  for (const [key, answer] of fields) {
    const dot = key.indexOf('.');
    const step = PLAN_STEPS.find((one) => one === key.slice(0, dot));
    const name = key.slice(dot + 1);
    if (!step || !/^[a-z0-9-]{1,60}$/i.test(name) || answer.length > LONGEST) continue;
    answers[step] = { ...answers[step], [name]: answer };
  }
  return { kind: fields.get('end') === '1' ? 'plan' : 'cut-off', answers };
}
