/** Reads on to the end of the open page, a screen at a time, until all is drawn. Runs in the page. */
export async function readThrough(): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What was not laid out yet asks for its fonts only then.
  await nextFrame();
  await nextFrame();
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  const { scrollHeight } = document.documentElement;
  for (let top = 0; top < scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: 'instant' });
    await nextFrame();
  }
  await nextFrame();
}
