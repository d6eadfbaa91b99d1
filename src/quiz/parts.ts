/**
 * The first `name` inside `root` that meets `condition`, a CSS selector's end such as `[data-more]`.
 * Throws an Error where the page does not have it.
 */
export function part<Name extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  name: Name,
  condition = '',
): HTMLElementTagNameMap[Name] {
  const found = root.querySelector<HTMLElementTagNameMap[Name]>(name + condition);
  if (found) return found;
  throw new Error(`Found: no ${name}${condition}. Add it to the element's .astro file.`);
}
