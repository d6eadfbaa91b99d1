import type { Blanks } from '../site/fill-blanks.ts';
import type { FormAnswers } from './form-answers.ts';

/** Whether a value is wrong in one way; what fills the blanks of the sentence on it says so too. */
export type Check<Value> = (value: Value, answers: FormAnswers) => Blanks | boolean | undefined;

interface Asked {
  /** Whether the field counts, by what else was answered. Absent: always. */
  readonly asked?: ((answers: FormAnswers) => boolean) | undefined;
}

/** What can be wrong with a field: keys of the sentences that the tool's words have for it. */
interface Fallible<Value> extends Asked {
  /** The control that holds the answer, where fields share one; absent: one of the field's name. */
  readonly control?: string;
  /** It was left empty. Absent: it may be. */
  readonly missing?: string;
  /** Whether it may not be left empty this time. Absent: never. */
  readonly required?: (answers: FormAnswers) => boolean;
  /** It is nothing of its kind. Absent: as if it were left empty. */
  readonly unreadable?: string;
  /** Anything else, the first that holds. */
  readonly wrong?: Readonly<Record<string, Check<Value>>>;
  /** What fills the blanks of all these sentences. */
  readonly blanks?: Blanks;
}

/** A choice from a list, or from radio buttons below or beside each other. */
interface Choice extends Fallible<string> {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly look?: 'radios' | 'row';
  /** What is chosen before anybody has. */
  readonly chosen?: string;
}

/** A day, `YYYY-MM-DD`. */
interface Day extends Fallible<string> {
  readonly kind: 'day';
}

interface WholeNumber extends Fallible<number> {
  readonly kind: 'number';
}

/** A line, or several. What is no sum is a reader's own and stays out of links. */
export interface TextField extends Fallible<string> {
  readonly kind: 'text';
  readonly lines?: number | undefined;
  readonly sum?: boolean;
  readonly autocomplete?: 'name' | 'tel' | 'street-address' | undefined;
  readonly optional?: boolean | undefined;
}

/** A box to tick. */
export interface Tick extends Asked {
  readonly kind: 'tick';
}

/** What one field is: what it holds, when it is asked, and what can be wrong with it. */
export type Field = Choice | Day | WholeNumber | TextField | Tick;

/** The fields of a form by their names, in their order. */
export type Fields = Readonly<Record<string, Field>>;

/** What is read of a field that is asked and has no mistake. Text is without white space around it. */
type ValueOf<Kind> = Kind extends { readonly kind: 'tick' }
  ? boolean
  : Kind extends { readonly kind: 'number' }
    ? number
    : Kind extends { readonly options: readonly (infer Option)[] }
      ? Option
      : string;

/** Whether a field of this kind always has a value where nothing is wrong. */
type IsGiven<Kind> = Kind extends { readonly kind: 'tick' }
  ? true
  : Kind extends { readonly missing: string }
    ? Kind extends { readonly asked: unknown } | { readonly required: unknown }
      ? false
      : true
    : false;

/** What is read of all fields; a box that is not asked for is not ticked. */
export type Values<All> = {
  readonly [Name in keyof All]:
    | ValueOf<All[Name]>
    | (IsGiven<All[Name]> extends true ? never : undefined);
};

/** A field for each of `names`, such as those of a list in content/. */
export function fieldsFor<Name extends string, Kind extends Field>(
  names: readonly Name[],
  fieldOf: (name: Name) => Kind,
): Readonly<Record<Name, Kind>> {
  // Each of the names is a key now.
  return Object.fromEntries(names.map((name) => [name, fieldOf(name)])) as Record<Name, Kind>;
}

/** A check of how many characters a text has, as a reader counts: an emoji is one. */
export function longerThan(limit: number): Check<string> {
  return (text) => {
    const count = [...text].length;
    return count > limit && { limit, count };
  };
}
