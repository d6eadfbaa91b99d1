import { FormTool, type Shown } from '../../forms/form-tool.ts';
import { wordsFor } from '../../forms/handed-words.ts';
import { part } from '../../forms/part.ts';
import type { Answers, Reading } from '../../forms/reading.ts';
import { fill } from '../../site/blanks.ts';
import { type Progress, progressOf, type TaskGroup } from './progress.ts';
import type { Words } from './words-schema.ts';

/** What After.astro hands over. */
export interface AfterWords extends Pick<Words, 'progress' | 'groupProgress' | 'next' | 'allDone'> {
  readonly groups: readonly (TaskGroup & {
    readonly items: readonly { readonly id: string; readonly text: string }[];
  })[];
}

/** Counts what is ticked, and says what is next. */
export class AfterList extends FormTool<Progress> {
  protected override readonly live = true;
  readonly #words = wordsFor<AfterWords>(this);

  protected override read(answers: Answers): Reading<Progress> {
    return { kind: 'read', value: progressOf(this.#words.groups, answers) };
  }

  protected override show(progress: Progress): Shown {
    const { allDone, groupProgress, groups, next, progress: counted } = this.#words;
    const summary = fill(counted, { done: progress.done, count: progress.count });
    const bar = part(this, 'progress', HTMLProgressElement);
    bar.max = progress.count;
    bar.value = progress.done;
    this.#write('[data-part=progress]', summary);
    const items = groups.flatMap((group) => group.items);
    const item = progress.kind === 'underway' && items.find(({ id }) => id === progress.next);
    this.#write('[data-part=next]', item ? fill(next, { item: item.text }) : allDone);
    for (const [id, { done, count }] of Object.entries(progress.groups)) {
      this.#write(`[data-count=${id}]`, fill(groupProgress, { done, count }));
    }
    return { summary, done: progress.kind === 'finished', announcement: summary };
  }

  #write(selector: string, text: string): void {
    part(this, selector, HTMLElement).textContent = text;
  }
}
