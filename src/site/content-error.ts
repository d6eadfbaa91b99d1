import { z } from 'zod';
import { visible } from './terminal.ts';

// Most schemas of content are asked once, and compiling one takes longer than that.
z.config({ jitless: true });

/** A mistake in a content file, told so that its writer can mend it. */
export interface ContentMistake {
  /** As it stands in the project, with `/` between folders. */
  readonly file: string;
  /** From 1, where it is known. */
  readonly line?: number | undefined;
  /** What is wrong, and what would be right. */
  readonly sentence: string;
}

/** What is wrong with a field of a content file. */
export interface WrongField {
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

/** The sentence for a field that is wrong. */
export function wrongField({ field, found, allowed }: WrongField): string {
  return `the field "${field}" is wrong. Found: ${found}. Allowed: ${allowed}.`;
}

/** A mistake as one line, whatever the name of its file holds. */
export function mistakeLine({ file, line, sentence }: ContentMistake): string {
  return visible(`${file}${line ? `:${line}` : ''}: ${sentence}`);
}

/** A build that has to stop for a mistake in content. Its message is all that a writer needs. */
export class ContentError extends Error {
  override name = 'ContentError';

  /** A mistake in a field, or the mistakes as lines. */
  constructor(mistake: string | ({ readonly file: string } & WrongField)) {
    super(
      typeof mistake === 'string'
        ? mistake
        : mistakeLine({ file: mistake.file, sentence: wrongField(mistake) }),
    );
    // Astro prints where in our code an error was thrown, which is no help with a text.
    this.stack = '';
  }
}

/** A value as a writer would recognize it in the file: quoted, and cut after 80 characters. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? 'nothing');
  // What nobody sees, as JSON writes it.
  const seen = text.replace(
    /[\u00AD\u200B\u2060\uFEFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return seen.length > 80 ? `${seen.slice(0, 79)}…` : seen;
}

/**
 * The sentence for one zod issue: what was found, what is allowed. It is a zod error map
 * (https://zod.dev/error-customization); a schema's own `error` wins over it.
 */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'custom') return undefined;
  if (issue.code === 'unrecognized_keys') {
    const shape = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    return `Found: ${issue.keys.map(shown).join(', ')}. Allowed: ${shape.join(', ')}.`;
  }
  return `Found: ${shown(found(issue))}. Allowed: ${allowed(issue)}.`;
}

/** What is wrong: of a group with a field that says its kind, that field. */
function found({ code, input, ...issue }: z.core.$ZodRawIssue): unknown {
  const kind = code === 'invalid_union' && issue['discriminator'];
  return typeof kind === 'string' && typeof input === 'object' && input !== null
    ? Object.entries(input).find(([field]) => field === kind)?.[1]
    : input;
}

/** Types of values, as a writer would call them. */
const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  record: 'a group of fields',
  string: 'text',
};

function allowed(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(shown).join(', ');
    case 'invalid_union':
      return Array.isArray(issue['options'])
        ? issue['options'].map(shown).join(', ')
        : 'another kind';
    case 'too_big':
      return `at most ${counted(issue.maximum, issue.origin)}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${counted(issue.minimum, issue.origin)}`;
    case 'invalid_format':
      return `a valid ${issue.format}`;
    case 'invalid_type':
      return issue.expected === 'string' && typeof issue.input === 'number'
        ? `text, so with quotes: "${issue.input}"`
        : (TYPES[issue.expected] ?? `a ${issue.expected}`);
    default:
      return 'another value; see content/README.md, "How to write an article"';
  }
}

function counted(count: number | bigint, origin: string): string {
  const one = Number(count) === 1;
  if (origin === 'string') return `${count} ${one ? 'character' : 'characters'}`;
  return origin === 'array' ? `${count} ${one ? 'entry' : 'entries'}` : String(count);
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
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
      const path = [...issue.path, ...unknown];
      context.addIssue({ code: 'custom', message: issue.message, path });
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
  z.iso.date({ error: ({ input }) => `Found: ${shown(input)}. Allowed: a day as YYYY-MM-DD.` }),
);
