/**
 * Keeps what was filled in for a reader who follows a link and comes back: imported once for a page,
 * it listens as long as that lives. WebKit holds the page, but empties every form and field in it that
 * says `autocomplete="off"` (`HTMLFormElement::resumeFromDocumentSuspension`), so that a message shows
 * words which its form has lost. So they do not say so while the reader is away.
 */
let off: readonly Element[] = [];

window.addEventListener('pagehide', ({ persisted }) => {
  if (persisted) off = [...document.querySelectorAll('[autocomplete=off]')];
  for (const one of off) one.removeAttribute('autocomplete');
});

window.addEventListener('pageshow', () => {
  for (const one of off) one.setAttribute('autocomplete', 'off');
});
