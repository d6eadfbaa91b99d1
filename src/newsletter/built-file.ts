import type { z } from 'zod';
import { SetupError } from './setup-error.ts';

/**
 * What `text` says, which a build wrote into `file` as JSON.
 *
 * @throws SetupError where it is not as a build of this version writes it
 */
export function builtFile<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  text: string,
): z.output<Schema> {
  const result = schema.safeParse(jsonOf(text));
  if (result.success) return result.data;
  throw new SetupError(`${file} is not as the build writes it. Run npm run build again.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
