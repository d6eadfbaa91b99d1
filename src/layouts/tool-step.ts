import type { PlanStep } from '../plan/plan-steps.ts';

/** The script that makes each tool work. */
const SCRIPTS: Readonly<Record<PlanStep, () => Promise<unknown>>> = {
  decide: () => import('../plan/decide/decide-tool.ts'),
  signed: () => import('../plan/signed/what-signed.ts'),
  'tell-by': () => import('../plan/tell-by/tell-by-tool.ts'),
  'say-it': () => import('../messages/composer/say-it.ts'),
  after: () => import('../plan/after/after-list.ts'),
};

/** Holds a tool, and fetches its script once it comes near or somebody turns to it. */
export class ToolStep extends HTMLElement {
  #waiting = new AbortController();
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    this.addEventListener('focusin', () => void this.define(), { signal });
    this.addEventListener('pointerenter', () => void this.define(), { signal });
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.define();
      },
      { rootMargin: '400px' },
    );
    this.#observer.observe(this);
    const takeLink = () => {
      if (location.hash.startsWith(`#${this.dataset['step']}?`)) void this.define();
    };
    addEventListener('hashchange', takeLink, { signal });
    takeLink();
  }

  disconnectedCallback(): void {
    this.#stopWaiting();
  }

  /** Makes the tool work. Rejects where its script does not come; then it can be asked again. */
  async define(): Promise<void> {
    this.#stopWaiting();
    // The page names only steps that there are.
    await SCRIPTS[this.dataset['step'] as PlanStep]();
  }

  #stopWaiting(): void {
    this.#waiting.abort();
    this.#observer?.disconnect();
  }
}
