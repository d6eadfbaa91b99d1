/**
 * Opens the first sheet of the page, the fonts, to all once the page is painted: asked for in the
 * first layout, they made the first paint of an article a tenth later on a slow phone. A reader who
 * comes from another of our pages has the fonts already, and gets them with the first paint.
 *
 * It runs in the page as its own text, so it uses nothing from this module.
 */
export const addLateFonts = (): void => {
  const add = () => document.querySelector('style')?.removeAttribute('media');
  // A frame asks before it paints, and a task that it leaves behind runs after.
  document.referrer.startsWith(origin) ? add() : requestAnimationFrame(() => setTimeout(add));
};
