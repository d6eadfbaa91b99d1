import { z } from 'zod';
import { text } from '../site/text-with-blanks.ts';

/** Text that may have `<mark>` around the few words that matter most (`markedRuns`), and no other tag. */
export function markedText(...blanks: readonly string[]) {
  return text(...blanks).refine((value) => /^(?:[^<]|<mark>[^<]+<\/mark>)+$/.test(value), {
    error:
      'Allowed of tags: <mark>words</mark> around what matters most, closed, and nothing else.',
  });
}

/** content/forms.yaml: what every tool's form says. */
export const formWordsSchema = z.strictObject({
  problem: text(),
  problemTitle: text(),
  optional: text(),
  choose: text(),
  keep: z.strictObject({ label: text(), note: text(), failed: text() }),
  clear: z.strictObject({ label: text(), cleared: text(), undo: text() }),
  country: z.strictObject({ first: text('country'), forget: text() }),
  paper: text(),
});

export type FormWords = z.output<typeof formWordsSchema>;

/** What a field says of itself: of each of its options too, and of a list before anything is chosen. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options?:
    | Readonly<
        Record<
          string,
          | string
          | {
              readonly label: string;
              readonly hint?: string | undefined;
              /** Below which heading of a list it stands. */
              readonly group?: string;
            }
        >
      >
    | undefined;
  readonly empty?: string | undefined;
}

/** What a field says of itself, as a writer writes it. */
export const fieldWords = z.strictObject({ label: text(), hint: text().optional() });

/** The same for a choice of `options`. */
export function choiceWords<const Option extends string>(options: readonly Option[]) {
  return fieldWords.extend({ options: z.record(z.enum(options), text()) });
}
