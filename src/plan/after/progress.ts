import type { FormAnswers } from '../../forms/form-answers.ts';

/** A part of the list, in the order in which it is done. */
export interface TaskGroup {
  readonly id: string;
  readonly items: readonly { readonly id: string }[];
}

/** The name of the checkbox of an item. */
export function tickOf(item: string): string {
  return `done-${item}`;
}

interface Count {
  readonly done: number;
  readonly count: number;
}

/** How far a list is done. */
export type Progress = Count & {
  /** The same for each group, by its id. */
  readonly groups: Readonly<Record<string, Count>>;
} & (
    | { readonly kind: 'underway' /** The first item not done. */; readonly next: string }
    | { readonly kind: 'finished' }
  );

/** How far the list of `groups` is done, going by the boxes ticked in `answers`. */
export function progressOf(groups: readonly TaskGroup[], answers: FormAnswers): Progress {
  const isDone = (id: string) => answers[tickOf(id)] === 'yes';
  const countOf = (items: TaskGroup['items']): Count => ({
    done: items.filter(({ id }) => isDone(id)).length,
    count: items.length,
  });
  const items = groups.flatMap((group) => group.items);
  const next = items.find(({ id }) => !isDone(id));
  return {
    ...countOf(items),
    groups: Object.fromEntries(groups.map((group) => [group.id, countOf(group.items)])),
    ...(next ? { kind: 'underway', next: next.id } : { kind: 'finished' }),
  };
}
