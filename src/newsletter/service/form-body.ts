const FORM = 'application/x-www-form-urlencoded';

/**
 * The fields of a form that was sent as browsers send one by default; undefined for any other kind
 * of body, for bytes that are no UTF-8, and for a field that came twice.
 */
export function formFields(
  contentType: string | null,
  body: Uint8Array,
): ReadonlyMap<string, string> | undefined {
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== FORM) return undefined;
  const fields = new Map<string, string>();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    for (const [name, value] of new URLSearchParams(text)) {
      if (fields.has(name)) return undefined;
      fields.set(name, value);
    }
  } catch {
    return undefined;
  }
  return fields;
}
