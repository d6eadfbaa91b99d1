import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What one build took. */
export interface Measurement {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** Of all processors together; what others do on the machine moves it less than `seconds`. */
  readonly processorSeconds: number;
  /** Largest resident set of the process, with those of its children added if it had any. */
  readonly megabytes: number;
}

const HOOK = new URL('./resources.ts', import.meta.url);

/**
 * Builds the Astro project in `folder` as its owner does, by `npm run build`, and measures it.
 *
 * @param env variables on top of those of this process
 * @param stop ends the build before its time
 * @throws Error with the output of the build if it fails, or an AbortError if it was stopped
 */
export async function measureBuild(
  folder: string,
  env: Readonly<Record<string, string>>,
  stop: AbortSignal,
): Promise<Measurement> {
  const resources = join(folder, 'resources.txt');
  await rm(resources, { force: true });
  const start = performance.now();
  const child = spawn('npm', ['run', 'build'], {
    cwd: folder,
    shell: process.platform === 'win32',
    signal: stop,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${HOOK.href}`,
      RESOURCES_FILE: resources,
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  if (child.exitCode !== 0) throw new Error(`The build in ${folder} failed.\n${output}`);
  return { seconds, ...sumOf(await readFile(resources, 'utf8')) };
}

/** Sums lines of kilobytes and microseconds, one a process. */
function sumOf(lines: string): Pick<Measurement, 'megabytes' | 'processorSeconds'> {
  const processes = lines
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const sum = (column: number) => processes.reduce((total, line) => total + (line[column] ?? 0), 0);
  return { megabytes: sum(0) / 1024, processorSeconds: sum(1) / 1e6 };
}
