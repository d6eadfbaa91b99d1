/**
 * Keeps what was filled in for a reader who follows a link and comes back: called once for a page,
 * it listens as long as that lives. WebKit holds the page, but empties every form and field in it that
 * says `autocomplete="off"` (`HTMLFormElement::resumeFromDocumentSuspension`), so that a message shows
 * words which its form has lost. So they say "on" while the reader is away.
 *
 * It may run in a page as its own text, so it uses nothing from this module.
 */
export const keepOnReturn = (): void => {
  const turn = (from: string, to: 'on' | 'off'): void => {
    const selector = `[autocomplete=${from}]`;
    for (const one of document.querySelectorAll<HTMLInputElement>(selector)) one.autocomplete = to;
  };
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) turn('off', 'on');
  });
  addEventListener('pageshow', () => turn('on', 'off'));
};
