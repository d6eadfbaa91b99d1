import { copyField } from '../../forms/copy-field.ts';
import { findElement } from '../../forms/find-element.ts';
import { readElementWords } from '../../forms/read-element-words.ts';
import { saveFile } from '../../forms/save-file.ts';
import { fillBlanks } from '../../site/fill-blanks.ts';
import type { Answers } from '../engine/answers.ts';
import type { Result } from '../engine/result.ts';
import type { Six } from '../engine/types.ts';
import type { QuizWords } from '../words-schema.ts';
import type { PictureContent } from './picture-layout.ts';
import { longDate, readableAddress, resultLink } from './result-address.ts';

/** What the element says, the names of the types, and what its picture is drawn with. */
type KeepingWords = QuizWords['keeping'] & {
  readonly names: Six<string>;
  /** Colors of a light screen, as `#rrggbb`. */
  readonly accent: string;
  readonly wash: string;
};

/** A result to keep. */
interface Kept {
  readonly answers: Answers;
  readonly result: Result;
  /** The result's headline, as the page has it. */
  readonly headline: string;
}

/** Wires the ways to keep a result: its link, the system's share sheet, a picture, paper. */
export class ResultKeeping extends HTMLElement {
  #share: ShareData = {};
  #picture: PictureContent | undefined;

  connectedCallback(): void {
    this.addEventListener('click', this);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this);
  }

  /** Takes the result to keep. One without a first type has no picture. */
  show({ answers, result, headline }: Kept): void {
    const { made: sentence, shareText, names } = this.#words;
    const url = resultLink(location.href, answers);
    const made = fillBlanks(sentence, {
      date: longDate(new Date()),
      count: result.questions,
      address: readableAddress(location.href),
    });
    const profile = result.kind === 'profile' ? result.profile : undefined;
    this.#share = profile ? { url, text: fillBlanks(shareText, { headline }) } : { url };
    this.#picture = profile && { profile, names, headline, made };
    findElement(this, 'input', HTMLInputElement).value = url;
    findElement(this, 'p[data-made]', HTMLElement).textContent = made;
    findElement(this, 'button[data-do=picture]', HTMLButtonElement).hidden = !profile;
    // Older browsers share without a way to ask whether they can.
    findElement(this, 'button[data-do=send]', HTMLButtonElement).hidden =
      !('share' in navigator) || navigator.canShare?.(this.#share) === false;
    this.#say('');
  }

  async handleEvent({ target }: Event): Promise<void> {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-do]');
    if (!button) return;
    this.#say('');
    const ways = {
      copy: () => this.#copy(),
      send: () => this.#send(),
      picture: () => this.#savePicture(),
      print: () => window.print(),
    };
    // The page has a button for each, and no others.
    await ways[button.dataset['do'] as keyof typeof ways]();
  }

  get #words(): KeepingWords {
    return readElementWords<KeepingWords>(this);
  }

  #say(text: string): void {
    findElement(this, 'p[role=status]', HTMLElement).textContent = text;
  }

  async #copy(): Promise<void> {
    const isCopied = await copyField(findElement(this, 'input', HTMLInputElement));
    this.#say(isCopied ? this.#words.copied : this.#words.copyFailed);
  }

  async #send(): Promise<void> {
    try {
      await navigator.share(this.#share);
    } catch (error) {
      // The reader closed the sheet. Where it did not open at all, the link can still be copied.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await this.#copy();
    }
  }

  async #savePicture(): Promise<void> {
    const { pictureName, pictureSaved, pictureFailed, accent, wash } = this.#words;
    if (!this.#picture) return;
    try {
      // Few readers want one, so all others are spared what draws it.
      const { drawPicture } = await import('./result-picture.ts');
      const style = getComputedStyle(this);
      const picture = await drawPicture(this.#picture, {
        headline: style.getPropertyValue('--headline'),
        label: style.getPropertyValue('--label'),
        accent,
        wash,
      });
      saveFile(`${pictureName}.png`, picture);
      this.#say(pictureSaved);
    } catch {
      this.#say(pictureFailed);
    }
  }
}
