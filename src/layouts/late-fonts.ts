/**
 * Opens the first sheet of the page, the fonts, to all once the page is painted: asked for in the
 * first layout, they made the first paint of an article a tenth later on a slow phone. A reader who
 * comes from another of our pages has the fonts already, and gets them with the first paint.
 *
 * It runs in the page as its own text, so it uses nothing from this module.
 */
export const addLateFonts = (): void => {
  const add = () => document.querySelector('style')?.removeAttribute('media');
  if (document.referrer.startsWith(origin)) add();
  // The page is all there: a frame asked for before paints a part of it first, and all of it later.
  else document.onreadystatechange = () => requestAnimationFrame(() => setTimeout(add));
};
