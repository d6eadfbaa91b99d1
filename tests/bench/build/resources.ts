/**
 * Loaded into a build by `--import`: at its end each process that npm runs adds a line to RESOURCES_FILE with its
 * largest resident set in kilobytes (libuv gives kilobytes on every system) and the microseconds of
 * processor time that it took.
 */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['RESOURCES_FILE'];
if (file && isMainThread && process.env['npm_lifecycle_event']) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    appendFileSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}\n`);
  });
}
