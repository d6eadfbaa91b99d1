import { findElement } from './find-element.ts';

/** A mistake as its reader is told of it. */
export interface MistakeMessage {
  readonly field: string;
  readonly text: string;
}

/**
 * Tells mistakes as the GOV.UK Design System does: a summary above the form that links to each
 * field, the same sentence at the field, tied to it (WCAG 2.2, 3.3.1), and a title that says so. What
 * was typed stays.
 * `root` holds the form and its `[data-part=problem]`, which gets the focus.
 */
export function showMistakes(root: Element, mistakes: readonly MistakeMessage[]): void {
  clearMistakes(root);
  const form = findElement(root, 'form', HTMLFormElement);
  const summary = findElement(root, '[data-part=problem]', HTMLElement);
  const links = mistakes.map(({ field, text }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.textContent = text;
    const control = markField(form, field, text);
    link.href = `#${control.id}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control.focus();
    });
    item.append(link);
    return item;
  });
  findElement(summary, 'ul', HTMLElement).replaceChildren(...links);
  summary.hidden = false;
  titleMistakes(summary);
  summary.focus();
  summary.scrollIntoView({ block: 'nearest' });
}

/** Takes back all that `showMistakes` said in `root`. */
export function clearMistakes(root: Element): void {
  const summary = findElement(root, '[data-part=problem]', HTMLElement);
  summary.hidden = true;
  titleMistakes(summary);
  for (const message of root.querySelectorAll('form .mistake')) message.remove();
  for (const marked of root.querySelectorAll<HTMLElement>('[data-mistaken]')) {
    marked.removeAttribute('aria-invalid');
    marked.setAttribute('aria-describedby', marked.dataset['mistaken'] ?? '');
    marked.removeAttribute('data-mistaken');
  }
}

/** Puts the prefix of `summary` before the page's title while any form of the page has mistakes. */
function titleMistakes(summary: HTMLElement): void {
  const prefix = `${summary.dataset['title']} `;
  const title = document.title.startsWith(prefix)
    ? document.title.slice(prefix.length)
    : document.title;
  const isTold = document.querySelector('[data-part=problem]:not([hidden])') !== null;
  document.title = isTold ? prefix + title : title;
}

/** Writes `text` at the field, unfolds it, and returns its control, the first of a group. */
function markField(form: HTMLFormElement, field: string, text: string): HTMLElement {
  const control = findElement(form, `[name="${field}"]`, HTMLElement);
  // What is folded away cannot take the focus.
  control.closest('details')?.setAttribute('open', '');
  const message = document.createElement('p');
  message.className = 'mistake';
  message.id = `${control.id}-mistake`;
  message.textContent = text;
  const group = control.matches('[type=radio]') ? control.closest('fieldset') : null;
  const marked = group ?? control;
  if (group) group.querySelector('legend')?.after(message);
  else control.before(message);
  if (!group) control.setAttribute('aria-invalid', 'true');
  // What described it before is kept beside, to be put back.
  const described = marked.getAttribute('aria-describedby') ?? '';
  marked.setAttribute('data-mistaken', described);
  marked.setAttribute('aria-describedby', `${described} ${message.id}`.trim());
  return control;
}
