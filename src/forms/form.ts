import { isCivilDay } from '../site/civil-day.ts';
import type { Blanks } from '../site/fill-blanks.ts';
import type { Check, Field, Fields, Tick, Values } from './field.ts';
import type { FormAnswers } from './form-answers.ts';

/** Something wrong in one field: which sentence tells of it, and what fills that sentence's blanks. */
export interface FormMistake {
  readonly field: string;
  readonly mistake: string;
  readonly blanks?: Blanks;
}

/** What was read from a form: a value to work with, or all that is wrong, in the order of the fields. */
export type FormResult<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly FormMistake[] };

/** A form, declared once: its fields follow it, and so do its mistakes and what is read of it. */
export interface Form<Value> {
  readonly fields: Fields;
  /** Reads what was typed, whatever it is, or tells all that is wrong in the order of the fields. */
  read(answers: FormAnswers): FormResult<Value>;
}

/** The form of `fields`; `make` makes of what is read what the tool works with. */
export function form<const All extends Fields, Value>(
  fields: All,
  make: (values: Values<All>, answers: FormAnswers) => Value,
): Form<Value> {
  return {
    fields,
    read: (answers) => {
      const values: Record<string, string | number | boolean> = {};
      const mistakes: FormMistake[] = [];
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
export function askedControls(fields: Fields, answers: FormAnswers): ReadonlySet<string> {
  const asked = Object.entries(fields).filter(([, field]) => field.asked?.(answers) ?? true);
  return new Set(asked.map(controlOf));
}

/** What the form of `fields` holds before anybody has answered. */
export function standardAnswers(fields: Fields): FormAnswers {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'choice' && field.chosen !== undefined ? [[name, field.chosen]] : [],
    ),
  );
}

/** `answers` without names and free text: what stands in text fields that hold no sum. */
export function withoutPrivate(fields: Fields, answers: FormAnswers): FormAnswers {
  const isFree = (field: Field | undefined) => field?.kind === 'text' && !field.sum;
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !isFree(fields[name])));
}

function controlOf([name, field]: readonly [string, Field]): string {
  return (field.kind !== 'tick' && field.control) || name;
}

type NoValue = { readonly mistake?: string | undefined; readonly blanks?: Blanks };

/** What a field holds, or what is wrong with it: nothing where it may be empty and is. */
function readField(
  field: Exclude<Field, Tick>,
  raw: string,
  answers: FormAnswers,
): string | number | NoValue {
  const { kind, missing, unreadable = missing, required, wrong = {} } = field;
  const noValue = (mistake: string | undefined, more?: Blanks | boolean): NoValue => {
    const blanks = { ...field.blanks, ...(typeof more === 'object' && more) };
    return { mistake, ...(Object.keys(blanks).length > 0 && { blanks }) };
  };
  const text = raw.trim();
  if (text === '') return noValue(required?.(answers) === false ? undefined : missing);
  if (!isOfKind(field, raw)) return noValue(unreadable);
  const value = kind === 'number' ? Number(text) : text;
  for (const [mistake, check] of Object.entries(wrong)) {
    // The checks of a field take what its kind holds, which `value` is.
    const found = (check as Check<string | number>)(value, answers);
    if (found) return noValue(mistake, found);
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
