/** What happened in a page since it began to load. */
interface Watched {
  /** Kept once text or a picture is on the screen. */
  readonly painted: Promise<void>;
  /** Layout shifts (Layout Instability API): their scores, and what moved. */
  shifts(): readonly { readonly score: number; readonly moved: string }[];
}

declare global {
  var watched: Watched;
}

/** Watches a page from its start. It runs there, so it may use nothing from this module. */
export function watchLoading(): void {
  const shifts: { score: number; moved: string }[] = [];
  const noteShifts = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      // TypeScript's library does not know this entry yet; the specification gives it these members.
      const { value, sources } = entry as PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      };
      const moved = sources.map(({ node }) =>
        node instanceof Element
          ? probe.describe(node)
          : (node?.textContent?.trim().slice(0, 50) ?? ''),
      );
      shifts.push({ score: value, moved: moved.join(', ') });
    }
  };
  const shiftObserver = new PerformanceObserver((list) => noteShifts(list.getEntries()));
  shiftObserver.observe({ type: 'layout-shift', buffered: true });

  const painted = new Promise<void>((resolve) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
  });
  globalThis.watched = {
    painted,
    shifts() {
      noteShifts(shiftObserver.takeRecords());
      return shifts;
    },
  };
}
