/** Questions that checks ask inside a page. */
export interface Probe {
  /** An element as a person would look for it: tag, class, and the start of its name or text. */
  describe(element: Element): string;
  /** Whether a reader can see it, or could by scrolling. */
  isVisible(element: Element): boolean;
  /** What the keyboard should reach: visible controls; of a group of radio buttons, one. */
  focusables(): HTMLElement[];
  /** What a finger or a pointer can hit. */
  targets(): HTMLElement[];
  /** The flat color behind an element, its own background included, as `rgb(…)`. */
  backdrop(element: Element | null): string;
  /** Contrast of two CSS colors (WCAG 2.2), 1 to 21; `over` is what shows through `color`. */
  contrast(color: string, over: string): number;
  /** Opens all that folds, and of the menus those whose button shows and no other. */
  unfold(): void;
}

declare global {
  var probe: Probe;
}

/** Puts the probe into a page. It runs there, so it may use nothing from this module. */
export function installProbe(): void {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  type Channels = readonly [number, number, number, number];
  const paint = (color: string): Channels => {
    if (!canvas) throw new Error('This browser has no canvas to read colors with.');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  // Reading a canvas back is slow, and a page has few colors. A system color such as Canvas is
  // another one in another scheme.
  const painted = new Map<string, Channels>();
  const channels = (color: string): Channels => {
    const known = painted.get(color) ?? paint(color);
    if (color.includes('(')) painted.set(color, known);
    return known;
  };

  // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  const luminance = (rgb: readonly number[]): number =>
    rgb
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, share, index) => sum + share * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);

  const inputs = 'button, input:not([type=hidden]), select, textarea, summary';
  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  const visible = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(isVisible);

  const menusWithButton = (): HTMLElement[] =>
    visible('[popovertarget]').flatMap((button) => {
      const menu = document.getElementById(button.getAttribute('popovertarget') ?? '');
      return menu ? [menu] : [];
    });

  globalThis.probe = {
    describe(element) {
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const classes = [...element.classList].map((one) => `.${one}`).join('');
      const words = name.replace(/\s+/g, ' ').trim().slice(0, 50);
      return `<${element.localName}${element.id ? `#${element.id}` : ''}${classes}> "${words}"`;
    },
    isVisible,
    focusables() {
      const groups = new Set<string>();
      return visible(
        `a[href], ${inputs}, [tabindex], [contenteditable], audio, video, iframe`,
      ).filter((element) => {
        if (element.tabIndex < 0 || element.matches(':disabled')) return false;
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        // Of a group, Tab goes to the one that is checked, or else to the first.
        const checked = document.querySelector(`input[name="${element.name}"]:checked`);
        if (groups.has(element.name) || (checked && checked !== element)) return false;
        groups.add(element.name);
        return true;
      });
    },
    targets: () => visible(`a[href], ${inputs}, [role=button], [role=tab], [role=option]`),
    backdrop(element) {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (channels(backgroundColor)[3] === 1) return backgroundColor;
      }
      return 'Canvas';
    },
    contrast(color, over) {
      const [red, green, blue, alpha] = channels(color);
      const behind = channels(over);
      const mixed = [red, green, blue].map(
        (channel, index) => channel * alpha + (behind[index] ?? 0) * (1 - alpha),
      );
      const [low = 0, high = 0] = [luminance(mixed), luminance(behind.slice(0, 3))].sort(
        (a, b) => a - b,
      );
      return (high + 0.05) / (low + 0.05);
    },
    unfold() {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const open = new Set(menusWithButton());
      for (const menu of document.querySelectorAll<HTMLElement>('[popover]'))
        menu.togglePopover(open.has(menu));
    },
  };
}
