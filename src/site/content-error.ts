import { z } from 'zod';

/** A mistake in a content file, told so that its writer can mend it. */
export class ContentError extends Error {
  override name = 'ContentError';

  constructor(mistake: { file: string; field: string; found: string; allowed: string }) {
    super(
      `${mistake.file}: the field "${mistake.field}" is wrong. ` +
        `Found: ${mistake.found}. Allowed: ${mistake.allowed}.`,
    );
  }
}

/** A value as a writer would recognize it in the file: quoted, and cut after 80 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/**
 * The sentence for one zod issue: what was found, what is allowed. It is a zod error map
 * (https://zod.dev/error-customization); a schema's own `error` wins over it.
 */
export function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'custom') return undefined;
  if (issue.code === 'unrecognized_keys') {
    const shape = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    return `Found: ${issue.keys.map(shown).join(', ')}. Allowed: ${shape.join(', ')}.`;
  }
  return `Found: ${shown(issue.input)}. Allowed: ${allowed(issue)}.`;
}

function allowed(issue: Exclude<z.core.$ZodRawIssue, undefined>): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(shown).join(', ');
    case 'too_big':
      return `at most ${issue.maximum}${counted(issue.origin)}`;
    case 'too_small':
      return `at least ${issue.minimum}${counted(issue.origin)}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day as YYYY-MM-DD' : `a valid ${issue.format}`;
    case 'invalid_type':
      return issue.expected === 'object' ? 'a group of fields' : `a ${issue.expected}`;
    default:
      return 'another value; see README.md, "How to write an article"';
  }
}

function counted(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/**
 * Wraps a content schema so that its mistakes read as `explain` writes them, whatever error map
 * the caller (Astro's content layer) brings. Output is that of `schema`.
 */
export function checked<Schema extends z.ZodType>(schema: Schema) {
  return z.unknown().transform((data, context): z.output<Schema> => {
    const result = schema.safeParse(data, { error: explain });
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      context.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    }
    return z.NEVER;
  });
}

/** A day in UTC as `YYYY-MM-DD`. YAML readers hand over a `Date` or a string; both are taken. */
export const day = z.preprocess(
  (value) =>
    value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString().slice(0, 10)
      : value,
  z.iso.date(),
);
