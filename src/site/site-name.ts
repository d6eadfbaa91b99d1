/** What is of the same shape, with each `{site}` in its texts replaced by the name of the site. */
export function withSiteName<Value>(value: Value, name: string): Value {
  // The shape stays: texts become texts, lists lists, groups groups.
  return filled(value, name) as Value;
}

function filled(value: unknown, name: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{site}', () => name);
  if (Array.isArray(value)) return value.map((entry) => filled(entry, name));
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, filled(entry, name)]),
  );
}
