import { branch } from '../../forms/blocks.ts';
import { fieldsFor } from '../../forms/field.ts';
import { form } from '../../forms/form.ts';
import type { Outcome, Tree } from '../../forms/outcome.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import { type Progress, progressOf, type TaskGroup, tickOf } from './progress.ts';
import type { AfterWords, Task } from './words-schema.ts';

/** The list of `groups` as a form: a box an item. */
export function afterForm(groups: readonly TaskGroup[]) {
  const boxes = groups.flatMap(({ items }) => items.map(({ id }) => tickOf(id)));
  return form(
    fieldsFor(boxes, () => ({ kind: 'tick' })),
    (_, answers) => progressOf(groups, answers),
  );
}

export type ElementWords = ReturnType<typeof elementWords>;

/** What of `words` the element needs. */
export function elementWords({ allDone, groupProgress, groups, next, progress, when }: AfterWords) {
  // By itself, an item has to say whom it concerns.
  const alone = (item: Task) =>
    (item.when ? `${fillBlanks(when, { when: item.when })} ` : '') + item.text;
  return {
    ...{ allDone, groupProgress, next, progress },
    groups: groups.map(({ id, items }) => ({
      id,
      items: items.map((item) => ({ id: item.id, text: alone(item) })),
    })),
  };
}

/** How far the list is, and what is next. */
export function outcomeOf(progress: Progress, words: ElementWords): Outcome {
  const { done, count } = progress;
  const summary = fillBlanks(words.progress, { done, count });
  const items = words.groups.flatMap((group) => group.items);
  const item = progress.kind === 'underway' && items.find(({ id }) => id === progress.next);
  return {
    ...{ summary, announcement: summary, done: progress.kind === 'finished' },
    blocks: [
      { kind: 'own', trees: progressTrees(summary, done, count) },
      { kind: 'title', text: item ? fillBlanks(words.next, { item: item.text }) : words.allDone },
    ],
  };
}

function progressTrees(text: string, done: number, count: number): Tree[] {
  const id = 'after-progress';
  const bar = { class: 'screen', value: `${done}`, max: `${count}`, 'aria-labelledby': id };
  return [
    branch('p', { class: 'label', id, 'data-part': 'progress' }, text),
    branch('progress', bar),
  ];
}
