/**
 * The element inside `root` that is marked `data-part={name}`, which must be a `type`. Throws an
 * Error where the page has none: then page and script are not of one build.
 */
export function part<Kind extends Element>(
  root: ParentNode,
  name: string,
  type: abstract new () => Kind,
): Kind {
  const found = root.querySelector(`[data-part=${name}]`);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} marked data-part="${name}".`);
}
