import { findElement } from '../forms/find-element.ts';
import { readElementWords } from '../forms/read-element-words.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import { type Answers, countAnswers } from './engine/answers.ts';
import type { Six } from './engine/types.ts';
import { packAnswers } from './keeping/answer-code.ts';
import { readShareFragment } from './keeping/share-link.ts';
import { historyEntryOf, writeHistoryEntry } from './question/history-entry.ts';
import { QuizQuestion } from './question/quiz-question.ts';
import {
  answerHere,
  askedAt,
  moveBack,
  moveOn,
  moveTo,
  type QuizState,
  quizStateWith,
} from './question/quiz-state.ts';
import { keep, kept } from './question/saved-quiz.ts';
import { Stopwatch } from './question/stopwatch.ts';
import type { QuizResult } from './result/quiz-result.ts';
import type { QuizWords } from './words-schema.ts';

type CareerQuizWords = QuizWords['question'] & {
  readonly siteName: string;
  readonly questions: Six<readonly string[]>;
};

/** So many questions before the result, its script and its data are fetched. */
const NEAR = 3;

/**
 * The quiz: leads from question to question and to the result, keeps the answers in the browser's
 * storage and its history, and reads results from the address.
 */
export class CareerQuiz extends HTMLElement {
  readonly #words = readElementWords<CareerQuizWords>(this);
  readonly #question = findElement(this, '[data-part=question]', QuizQuestion);
  readonly #stopwatch = new Stopwatch(() => performance.now());
  #state = quizStateWith();
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener('click', this, { signal });
    for (const type of ['quiz-answer', 'change']) {
      this.#question.addEventListener(type, this, { signal });
    }
    for (const type of ['popstate', 'hashchange']) addEventListener(type, this, { signal });
    document.addEventListener('visibilitychange', this, { signal });
    this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  handleEvent(event: Event): void {
    if (event instanceof PopStateEvent) this.#travel(event.state);
    else if (event instanceof CustomEvent) this.#step(answerHere(this.#state, event.detail));
    else if (event.type === 'hashchange') this.#openLink();
    else if (event.type === 'visibilitychange') this.#time();
    else if (event.type === 'change') this.#save();
    else if (event.target instanceof Element) {
      this.#act(event.target.closest('[data-do]')?.getAttribute('data-do'));
    }
  }

  /** Goes on where the reader left off: in this entry of the history, or whenever that was. */
  #begin(): void {
    const [saved, step] = [kept(), historyEntryOf(history.state)];
    const state = quizStateWith(saved?.answers ?? step?.answers, saved?.goal ?? step?.goal);
    this.#state = step ? moveTo({ ...state, goal: step.goal }, step.position) : state;
    this.#question.numberKeys = saved?.numberKeys ?? true;
    this.#stopwatch.start(saved?.elapsed);
    const started = countAnswers(this.#state.answers) > 0;
    if (this.#openLink()) return;
    if (started && !step && askedAt(this.#state)) this.#note(this.#progress('resumed'));
    writeHistoryEntry(this.#state, 'same');
    if (started) this.#show({ focus: false });
    else {
      // Has the browser compile what the first tap will run, before anybody waits for it.
      askedAt(answerHere(this.#state, 3));
      this.#question.takeEarly();
    }
  }

  /** Shows the result that the address holds, or says why not. Returns whether it shows one. */
  #openLink(): boolean {
    const shared = readShareFragment(location.hash);
    const placeOnPage = location.hash === '' || document.querySelector(':target') !== null;
    if (shared.kind === 'ok') void this.#showResult(shared.answers, { focus: false });
    else if (shared.kind === 'broken') this.#note(this.#words.broken);
    else if (shared.kind === 'old-version') this.#note(this.#words.old);
    else if (!placeOnPage) this.#note(this.#words.foreign);
    return shared.kind === 'ok';
  }

  /** To where `state`, an entry of the history, was written. */
  #travel(state: unknown): void {
    const step = historyEntryOf(state);
    if (!step) return;
    this.#state = moveTo({ ...this.#state, goal: step.goal }, step.position);
    this.#show({ focus: true });
  }

  #act(action: string | null | undefined): void {
    if (action === 'retry') location.reload();
    else if (action === 'own') this.#step(this.#state);
    else if (action === 'more') this.#step(moveOn(this.#state));
    else if (action === 'again') this.#step(moveTo(this.#state, 0));
    else if (action === 'restart') this.#restart();
    else if (action === 'back' && historyEntryOf(history.state)?.depth) history.back();
    else if (action === 'back') {
      this.#state = moveBack(this.#state);
      writeHistoryEntry(this.#state, 'same');
      this.#show({ focus: true });
    }
  }

  #restart(): void {
    this.#stopwatch.start(0);
    this.#step(quizStateWith());
    keep(undefined);
    this.#say(this.#progress('startedOver'));
  }

  /** Goes on to `state`, as a step that the browser's Back button undoes. */
  #step(state: QuizState): void {
    this.#state = state;
    writeHistoryEntry(state, 'new');
    this.#save();
    this.#note('');
    this.#show({ focus: true });
  }

  #show({ focus }: { focus: boolean }): void {
    const { answers, position, goal } = this.#state;
    const asked = askedAt(this.#state);
    if (!asked) {
      void this.#showResult(answers, { focus });
      return;
    }
    const activity = this.#words.questions[asked.type][asked.place] ?? '';
    this.#question.show({ activity, number: position + 1, count: goal, answer: asked.answer });
    const bar = findElement(this, '[data-part=bar]', HTMLProgressElement);
    bar.max = goal;
    bar.value = position + 1;
    findElement(this, '[data-part=progress]', HTMLElement).textContent = this.#progress('progress');
    this.#say(this.#progress('progress'));
    this.#turnTo('question', this.#progress('documentTitle', activity), focus);
    this.#time();
    if (position >= goal - NEAR) void this.#prefetch();
  }

  async #showResult(answers: Answers, { focus }: { focus: boolean }): Promise<void> {
    this.#stopwatch.stop();
    const state = this.#state;
    const shared = packAnswers(answers) !== packAnswers(state.answers);
    const { elapsed } = this.#stopwatch;
    try {
      const result = await this.#result();
      // The reader may have gone back meanwhile.
      if (state !== this.#state) return;
      const stored = shared || this.#save();
      const { title, announcement } = result.show({ answers, shared, elapsed, stored });
      this.#turnTo('result', title, focus);
      this.#say(announcement);
    } catch {
      this.#note(this.#words.failed, { retry: true });
    }
  }

  /** The result's element, whose script is fetched the first time. */
  async #result(): Promise<QuizResult> {
    const { resultIn } = await import('./result/result-elements.ts');
    return resultIn(this);
  }

  async #prefetch(): Promise<void> {
    try {
      (await this.#result()).prefetch();
    } catch {
      // Tried again, and told, when it is needed.
    }
  }

  #turnTo(view: 'question' | 'result', title: string, focus: boolean): void {
    this.#question.hidden = view === 'result';
    findElement(this, '[data-part=head]', HTMLElement).classList.toggle(
      'finished',
      view === 'result',
    );
    findElement(this, '[data-part=result]', HTMLElement).hidden = view === 'question';
    document.title = `${title} | ${this.#words.siteName}`;
    if (focus) findElement(this, `[data-part=${view}] [data-part=title]`, HTMLElement).focus();
  }

  /** Runs the stopwatch while a question is in sight. */
  #time(): void {
    if (document.hidden || this.#question.hidden) this.#stopwatch.stop();
    else this.#stopwatch.start();
  }

  /** Returns whether the browser keeps the answers. Those of somebody else's link are not ours. */
  #save(): boolean {
    const { answers, goal } = this.#state;
    const { numberKeys } = this.#question;
    return keep({ answers, goal, elapsed: this.#stopwatch.elapsed, numberKeys });
  }

  #note(text: string, { retry = false } = {}): void {
    const note = findElement(this, '[data-part=note]', HTMLElement);
    note.textContent = text;
    note.hidden = text === '';
    findElement(this, '[data-part=retry]', HTMLElement).hidden = !retry;
  }

  #say(text: string): void {
    findElement(this, '[data-part=status]', HTMLElement).textContent = text;
  }

  #progress(text: 'progress' | 'documentTitle' | 'resumed' | 'startedOver', activity = ''): string {
    const { position, goal } = this.#state;
    return fillBlanks(this.#words[text], { number: position + 1, count: goal, activity });
  }
}
