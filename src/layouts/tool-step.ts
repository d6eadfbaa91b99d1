import type { COUNTRY_KEY } from '../forms/country-of-visit.ts';
import type { TOOL_CHANGED } from '../forms/form-tool.ts';
import type { PlanStep } from '../plan/plan-steps.ts';

/** The script that makes each tool work. */
const SCRIPTS: Readonly<Record<PlanStep, () => Promise<unknown>>> = {
  decide: () => import('../plan/decide/decide-tool.ts'),
  signed: () => import('../plan/signed/what-signed.ts'),
  'tell-by': () => import('../plan/tell-by/tell-by-tool.ts'),
  'say-it': () => import('../messages/composer/say-it.ts'),
  after: () => import('../plan/after/after-list.ts'),
};

// Only their types are imported: what they belong to comes when it is needed.
const CHANGED: typeof TOOL_CHANGED = 'tool-changed';
const COUNTRY: typeof COUNTRY_KEY = 'second-thoughts:country';

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
    this.addEventListener(CHANGED, () => void this.#followCountry());
    void this.#followCountry();
    // The page names only steps that there are.
    await SCRIPTS[this.dataset['step'] as PlanStep]();
  }

  /** Remembers the country that was chosen, or starts with the one of this visit. */
  async #followCountry(): Promise<void> {
    const choice = this.querySelector<HTMLSelectElement>('[name=country]');
    if (!choice) return;
    try {
      if (!choice.value && !sessionStorage.getItem(COUNTRY)) return;
      const { rememberCountry, showCountryOfVisit } = await import('../forms/country-of-visit.ts');
      if (choice.value) rememberCountry(choice);
      else showCountryOfVisit();
    } catch {
      // Storage is blocked, or the script did not come: the tool works as the build put it.
    }
  }

  #stopWaiting(): void {
    this.#waiting.abort();
    this.#observer?.disconnect();
  }
}
