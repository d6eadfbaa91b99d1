import type { Blanks } from '../site/blanks.ts';
import { isCivilDay } from '../site/civil-day.ts';
import type { Answers, Mistake, Reading } from './reading.ts';

/** Whether a value is wrong in one way; what fills the blanks of the sentence on it says so too. */
export type Check<Value> = (value: Value, answers: Answers) => Blanks | boolean | undefined;

interface Asked {
  /** Whether the field counts, by what else was answered. Absent: always. */
  readonly asked?: ((answers: Answers) => boolean) | undefined;
}

/** What can be wrong with a field: keys of the sentences that the tool's words have for it. */
interface Fallible<Value> extends Asked {
  /** The control that holds the answer, where fields share one; absent: one of the field's name. */
  readonly control?: string;
  /** It was left empty. Absent: it may be. */
  readonly missing?: string;
  /** Whether it may not be left empty this time. Absent: never. */
  readonly required?: (answers: Answers) => boolean;
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
interface Tick extends Asked {
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

/** A form, declared once: its fields follow it, and so do its mistakes and what is read of it. */
export interface Form<Value> {
  readonly fields: Fields;
  /** Reads what was typed, whatever it is, or tells all that is wrong in the order of the fields. */
  read(answers: Answers): Reading<Value>;
}

/** The form of `fields`; `make` makes of what is read what the tool works with. */
export function form<const All extends Fields, Value>(
  fields: All,
  make: (values: Values<All>, answers: Answers) => Value,
): Form<Value> {
  return {
    fields,
    read: (answers) => {
      const values: Record<string, string | number | boolean> = {};
      const mistakes: Mistake[] = [];
      for (const [name, field] of Object.entries(fields)) {
        const isAsked = field.asked?.(answers) ?? true;
        if (field.kind === 'tick') values[name] = isAsked && answers[name] === 'yes';
        else if (isAsked) {
          const control = controlOf([name, field]);
          const read = readField(field, answers[control] ?? '', answers);
          if (typeof read !== 'object') values[name] = read;
          else if (read.mistake) mistakes.push({ field: control, ...read, mistake: read.mistake });
        }
      }
      if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
      // Without mistakes, each field has what its kind holds.
      return { kind: 'read', value: make(values as Values<All>, answers) };
    },
  };
}

/** The keys of all sentences that mistakes in `fields` are told with, each once. */
export function sentencesOf(fields: Fields): string[] {
  const keys = Object.values(fields).flatMap((field) =>
    field.kind === 'tick'
      ? []
      : [field.missing ?? [], field.unreadable ?? [], ...Object.keys(field.wrong ?? {})].flat(),
  );
  return [...new Set(keys)];
}

/** The controls that count for `answers`. */
export function askedControls(fields: Fields, answers: Answers): ReadonlySet<string> {
  const asked = Object.entries(fields).filter(([, field]) => field.asked?.(answers) ?? true);
  return new Set(asked.map(controlOf));
}

/** What the form of `fields` holds before anybody has answered. */
export function standardAnswers(fields: Fields): Answers {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'choice' && field.chosen !== undefined ? [[name, field.chosen]] : [],
    ),
  );
}

/** `answers` without names and free text: what stands in text fields that hold no sum. */
export function withoutPrivate(fields: Fields, answers: Answers): Answers {
  const isFree = (field: Field | undefined) => field?.kind === 'text' && !field.sum;
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !isFree(fields[name])));
}

function controlOf([name, field]: readonly [string, Field]): string {
  return (field.kind !== 'tick' && field.control) || name;
}

type Told = { readonly mistake?: string | undefined; readonly blanks?: Blanks };

/** What a field holds, or what is told of it: nothing where it may be empty and is. */
function readField(
  field: Exclude<Field, Tick>,
  raw: string,
  answers: Answers,
): string | number | Told {
  const { kind, missing, unreadable = missing, required, wrong = {} } = field;
  const told = (mistake: string | undefined, more?: Blanks | boolean): Told => {
    const blanks = { ...field.blanks, ...(typeof more === 'object' && more) };
    return { mistake, ...(Object.keys(blanks).length > 0 && { blanks }) };
  };
  const text = raw.trim();
  if (text === '') return told(required?.(answers) === false ? undefined : missing);
  if (!isOfKind(field, raw)) return told(unreadable);
  const value = kind === 'number' ? Number(text) : text;
  for (const [mistake, check] of Object.entries(wrong)) {
    // The checks of a field take what its kind holds, which `value` is.
    const found = (check as Check<string | number>)(value, answers);
    if (found) return told(mistake, found);
  }
  return value;
}

/** Whether `raw`, which is not empty, is something of the kind of `field`. */
function isOfKind(field: Exclude<Field, Tick>, raw: string): boolean {
  // A choice is what its list holds, to the letter.
  if (field.kind === 'choice') return field.options.includes(raw);
  if (field.kind === 'day') return isCivilDay(raw.trim());
  return field.kind === 'text' || /^\s*\d+\s*$/.test(raw);
}
