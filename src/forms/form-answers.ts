/** What a form holds, by the names of its fields, as text; a checked box is `yes`. Absent: nothing. */
export type FormAnswers = Readonly<Record<string, string>>;

/** Something in a form that holds an answer. */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * What `form` holds, without fields that are empty or hold only white space. A field whose text the
 * browser cannot read, such as the day February 30, holds `UNREADABLE`.
 */
export function answersOf(form: HTMLFormElement): FormAnswers {
  const entries = [...new FormData(form)].filter(
    ([, value]) => typeof value === 'string' && value.trim() !== '',
  );
  const unreadable = controlsOf(form)
    .filter(({ validity }) => validity.badInput)
    .map(({ name }) => [name, UNREADABLE]);
  // What is left is text: the lines above took away all else.
  return Object.fromEntries([...entries, ...unreadable]) as FormAnswers;
}

/** Stands for what somebody typed that their browser does not give away. */
const UNREADABLE = '?';

/**
 * Puts `answers` into `form`, and all its other fields back to how the page came. What a field does
 * not offer is left out.
 */
export function fillForm(form: HTMLFormElement, answers: FormAnswers): void {
  form.reset();
  for (const control of controlsOf(form)) {
    const answer = answers[control.name];
    if (answer === undefined) continue;
    if (control instanceof HTMLSelectElement) {
      if ([...control.options].some(({ value }) => value === answer)) control.value = answer;
    } else if (isBox(control)) {
      if (control.value === answer) control.checked = true;
    } else control.value = answer;
  }
}

/** Whether `form` holds anything else than it came with. */
export function isTouched(form: HTMLFormElement): boolean {
  return controlsOf(form).some(isChanged);
}

/** The answers of `form` that are not those it came with. */
export function changedAnswers(form: HTMLFormElement): FormAnswers {
  const changed = new Set(
    controlsOf(form)
      .filter(isChanged)
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(answersOf(form)).filter(([name]) => changed.has(name)));
}

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const standard = [...control.options].find(({ defaultSelected }) => defaultSelected);
    return control.value !== (standard ?? control.options[0])?.value;
  }
  return isBox(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/** Whether `control` is ticked or not, whatever its value. */
function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /radio|checkbox/.test(control.type);
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '',
  );
}
