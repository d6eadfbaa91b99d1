/** What stands beside, from content/forms.yaml: `src/build/script-words.ts` writes it in. */
declare const COUNTRY_WORDS: Readonly<Record<'first' | 'forget', string>>;

/** What each choice of a country held when it was last looked at. */
const seen = new WeakMap<HTMLSelectElement, string>();

/** The country that is shown first, and what puts back each thing that was changed for it. */
let first: string | undefined;
const changes = new Map<Element, () => void>();

/** The country that `choice` holds, by its name, or undefined where it holds none or held it before. */
export function newChoiceOf(choice: HTMLSelectElement): string | undefined {
  const { value, selectedOptions } = choice;
  // It may have been cleared since.
  if (!value || seen.get(choice) === value) return undefined;
  seen.set(choice, value);
  return selectedOptions[0]?.text;
}

/**
 * Shows `country`, by its name, first wherever the page speaks of countries: each tool that has none
 * yet starts with it, and a list of notes by country begins with its own. A line beside says so, with
 * a button that calls `forget`.
 */
export function showCountryFirst(country: string, forget: () => void): void {
  if (country !== first) putCountriesBack();
  first = country;
  for (const tool of document.querySelectorAll('.tool')) startWith(tool, country, forget);
  for (const part of document.querySelectorAll('[data-by-country]')) moveUp(part, country, forget);
}

/** Puts back all that `showCountryFirst` changed, but for forms that were used since. */
export function putCountriesBack(): void {
  first = undefined;
  for (const [, undo] of changes) undo();
  changes.clear();
}

function startWith(tool: Element, country: string, forget: () => void): void {
  const choice = tool.querySelector<HTMLSelectElement>('select[name=country]');
  const option = [...(choice?.options ?? [])].find(({ text }) => text === country);
  if (choice?.value !== '' || !option) return;
  // A form goes back to what it begins with, and that counts as no answer.
  option.defaultSelected = true;
  choose(choice, option.value);
  const line = lineOf(country, forget);
  choice.after(line);
  changes.set(choice, () => {
    line.remove();
    option.defaultSelected = false;
    if (!tool.hasAttribute('data-touched')) choose(choice, '');
  });
}

function choose(choice: HTMLSelectElement, value: string): void {
  choice.value = value;
  seen.set(choice, value);
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}

function moveUp(part: Element, country: string, forget: () => void): void {
  const list = part.querySelector('dl');
  const notes = [...(list?.children ?? [])];
  const own = notes.filter(({ localName, textContent: name }) => {
    return localName === 'dt' && (name === country || name.startsWith(`${country}:`));
  });
  if (!list || own.length === 0 || changes.has(list)) return;
  list.prepend(...own.flatMap((name) => [name, name.nextElementSibling ?? '']));
  const line = lineOf(country, forget);
  list.before(line);
  changes.set(list, () => {
    line.remove();
    list.append(...notes);
  });
}

/** Says that `country` is first, and offers to forget it. */
function lineOf(country: string, forget: () => void): Element {
  const [line, button] = [document.createElement('p'), document.createElement('button')];
  line.className = 'small country-of-visit';
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = COUNTRY_WORDS.forget;
  button.addEventListener('click', forget);
  line.append(`${COUNTRY_WORDS.first.replace('{country}', () => country)} `, button);
  return line;
}
