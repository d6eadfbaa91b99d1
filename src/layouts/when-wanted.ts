/** Calls `act` once, as soon as `element` comes near the window or somebody turns to it. */
export function whenWanted(element: Element, act: () => void): void {
  const listening = new AbortController();
  const { signal } = listening;
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) go();
    },
    { rootMargin: '400px' },
  );
  const go = () => {
    observer.disconnect();
    listening.abort();
    act();
  };
  observer.observe(element);
  for (const type of ['focusin', 'pointerenter']) element.addEventListener(type, go, { signal });
}
