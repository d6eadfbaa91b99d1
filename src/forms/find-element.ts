/** The first `kind` of element inside `root` that `selector` finds. Throws an Error without one. */
export function findElement<Kind extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`Found: no ${selector} in what its .astro file renders.`);
}
