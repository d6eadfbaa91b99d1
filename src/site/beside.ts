import { ContentError, type ContentMistake, mistakeLine } from './content-error.ts';

const KEY = Symbol.for('second-thoughts.beside');

/**
 * What the thread beside a build works out, by name. Vite loads modules of pages and of content.config.ts
 * a second time, so what they share with the configuration is kept with the process.
 */
const kept: Map<string, Promise<unknown>> = Reflect.get(globalThis, KEY) ?? new Map();
Reflect.set(globalThis, KEY, kept);

/** Keeps what is being worked out under `name`. What goes wrong is told to who asks for it. */
export function keepBeside(name: string, value: Promise<unknown>): void {
  value.catch(() => undefined);
  kept.set(name, value);
}

/** What is being worked out under `name`, if anything is: as in a build, and not for a writer. */
export function beside<Value>(name: string): Promise<Value> | undefined {
  // Who keeps it under this name says what it is.
  return kept.get(name) as Promise<Value> | undefined;
}

/** The mistakes of content/: those of what readers see, and those of what they do not. */
export interface ContentCheck {
  readonly stopping: readonly ContentMistake[];
  readonly leftOut: readonly ContentMistake[];
}

/** Under which name the check of content/ is kept. */
export const CONTENT_CHECK = 'content check';

/** All mistakes that stop a build, once content/ is checked, for who met one of them before that. */
export async function contentError(): Promise<ContentError | undefined> {
  const { stopping = [] } = (await beside<ContentCheck>(CONTENT_CHECK)) ?? {};
  return stopping.length > 0 ? new ContentError(stopping.map(mistakeLine).join('\n')) : undefined;
}
