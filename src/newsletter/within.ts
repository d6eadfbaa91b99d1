/** Resolves when `work` has ended, however that may be, or after `most` milliseconds. */
export async function within(work: Promise<unknown>, most: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, most);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
