/**
 * Takes what the file .env says into the environment, which wins over it. Loaded by `npm run` build,
 * dev, serve and newsletter before anything else: `node --import ./src/site/load-env.ts`.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { readEnv } from './env-file.ts';
import { complain } from './terminal.ts';

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    complain(`The file .env cannot be read (${code}). It should be a text file, or not there.`);
    process.exit(1);
  }
}

// A thread has the environment of its process.
const bytes = isMainThread ? bytesOf('.env') : undefined;
if (bytes) {
  const { values, complaints } = readEnv(bytes);
  for (const complaint of complaints) complain(complaint);
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value;
}
