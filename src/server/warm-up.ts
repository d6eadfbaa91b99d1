import { availableParallelism } from 'node:os';
import type { Site } from './site.ts';

/**
 * Compresses every resource before somebody asks for it: brotli first, because phones on the open
 * web use it, then gzip, which browsers use where there is no TLS. One core stays free for answers.
 *
 * @param signal stops it after what is being compressed now
 */
export async function warmUp(site: Site, signal: AbortSignal): Promise<void> {
  const resources = [...site.resources.values(), ...(site.notFound ? [site.notFound] : [])];
  const compressible = resources.filter((resource) => resource.compressible);
  const jobs = (['br', 'gzip'] as const).flatMap((encoding) =>
    compressible.map((resource) => ({ resource, encoding })),
  );
  const queue = jobs.values();
  const work = async (): Promise<void> => {
    // The workers draw from one iterator, so each job is done once.
    for (const { resource, encoding } of queue) {
      if (signal.aborted) return;
      await resource.represent(encoding);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));
}
