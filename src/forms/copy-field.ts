/**
 * Copies what `field` holds. Where the browser refuses, it is selected instead, to be copied by hand.
 *
 * @returns whether it was copied
 */
export async function copyField(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}
