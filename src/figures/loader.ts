import type { Loader } from 'astro/loaders';
import { withFigures, withFiguresWithin } from './name-figures.ts';
import type { Figures } from './schema.ts';

/**
 * `loader` with the figures printed that its texts name, so that all who read them get them printed:
 * pages, the search, the feed. `read` gets the figures as they are when it loads.
 */
export function printing(loader: Loader, read: () => Figures): Loader {
  return {
    ...loader,
    load: (context) => {
      const figures = read();
      const all = context.generateDigest(JSON.stringify(figures));
      return loader.load({
        ...context,
        // What an earlier build kept of a file holds the figures of that day.
        generateDigest: (data) =>
          context.generateDigest((typeof data === 'string' ? data : JSON.stringify(data)) + all),
        parseData: (entry) =>
          context.parseData({ ...entry, data: withFiguresWithin(entry.data, figures) }),
        store: {
          ...context.store,
          set: (entry) =>
            context.store.set(
              entry.body === undefined
                ? entry
                : { ...entry, body: withFigures(entry.body, figures) },
            ),
        },
      });
    },
  };
}
