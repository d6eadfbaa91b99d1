/** What a card says, from content/reading.yaml: `src/build/script-words.ts` writes it in. */
declare const CARD_WORDS: Readonly<Record<'copied' | 'stillToFill' | 'refused', string>>;

/**
 * Wires the copy buttons of a message card. `data-copy` on a button names the part it copies:
 * `[data-body]` or `[data-subject]`. Blanks that are still in brackets are pointed out.
 */
export class CopyMessage extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this);
  }

  async handleEvent(event: Event): Promise<void> {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    const name = button?.getAttribute('data-copy');
    const part = name && this.querySelector(`[data-${name}]`);
    const status = this.querySelector('[role=status]');
    if (!part || !status) return;
    const blanks = [...part.querySelectorAll('.slot')].map((slot) => slot.textContent);
    try {
      await navigator.clipboard.writeText(plainText(part));
      status.textContent = blanks.length
        ? CARD_WORDS.stillToFill.replace('{blanks}', () => [...new Set(blanks)].join(', '))
        : CARD_WORDS.copied;
    } catch {
      getSelection()?.selectAllChildren(part);
      status.textContent = CARD_WORDS.refused;
    }
  }
}

/** Paragraphs as plain text, a blank line between two; line breaks within one are kept. */
function plainText(part: Element): string {
  const paragraphs = part.querySelectorAll('p');
  const blocks = paragraphs.length ? [...paragraphs] : [part];
  return blocks.map((block) => block.textContent.trim()).join('\n\n');
}
