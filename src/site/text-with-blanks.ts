import { z } from 'zod';
import { blanksIn } from './fill-blanks.ts';

/**
 * A schema of text that may leave the named blanks to the page, as `{name}`, and no others but
 * `{site}`, the site's name.
 */
export function text(...blanks: readonly string[]) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((value, context) => {
      const unknown = blanksIn(value).filter((name) => name !== 'site' && !blanks.includes(name));
      if (unknown.length === 0) return;
      const allowed = blanks.length ? blanks.map((name) => `{${name}}`).join(', ') : 'no blanks';
      context.addIssue({
        code: 'custom',
        message: `Found: {${unknown.join('}, {')}}. Allowed: ${allowed}.`,
      });
    });
}
