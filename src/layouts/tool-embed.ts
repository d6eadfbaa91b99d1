/** What is fetched of a tool's page. */
interface FetchedTool {
  readonly tool: Element;
  readonly css: string;
}

/**
 * A tool in an article: a link to the tool's page. When somebody turns to it, that page and its
 * script are fetched; when they follow it, the tool opens in place, so that nothing moves before.
 */
export class ToolEmbed extends HTMLElement {
  #fetched: Promise<FetchedTool> | undefined;

  connectedCallback(): void {
    for (const type of ['pointerenter', 'focusin', 'click']) this.addEventListener(type, this);
  }

  disconnectedCallback(): void {
    for (const type of ['pointerenter', 'focusin', 'click']) this.removeEventListener(type, this);
  }

  async handleEvent(event: Event): Promise<void> {
    const link = this.querySelector<HTMLAnchorElement>('a.open');
    if (!link) return;
    this.#fetched ??= fetchTool(link.href);
    // Told when it is followed: then the browser goes to the page.
    this.#fetched.catch(() => undefined);
    const other = event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.type !== 'click' || event.target !== link || other) return;
    event.preventDefault();
    try {
      const { tool, css } = await this.#fetched;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      const opened = document.importNode(tool, true);
      link.parentElement?.replaceWith(opened);
      this.className = 'opened';
      opened.querySelector<HTMLElement>('select, input, textarea')?.focus();
    } catch {
      location.href = link.href;
    }
  }
}

/**
 * The tool on the page at `address`. The browser parses the page, so no HTML is made from strings,
 * and the script that the page names makes the tool work. Rejects where something does not come.
 */
async function fetchTool(address: string): Promise<FetchedTool> {
  const page = await new Promise<Document | null>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => resolve(request.responseXML);
    request.onerror = reject;
    request.send();
  });
  const find = (selector: string) => page?.querySelector(selector);
  const [tool, css] = [find('tool-step'), find('style[data-tools]')?.textContent];
  const script = find('script[src]')?.getAttribute('src');
  if (!tool || !css || !script) throw new Error(`Found: no tool at ${address}.`);
  await import(/* @vite-ignore */ script);
  return { tool, css };
}
