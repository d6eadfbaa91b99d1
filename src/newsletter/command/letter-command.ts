import { CommandError } from './command-error.ts';

/** What the owner asks for of a letter. */
export type LetterCommand =
  | {
      readonly kind: 'letter';
      readonly action: 'send';
      readonly id: string;
      /** Not before, in milliseconds since 1970; undefined for now. */
      readonly at: number | undefined;
      /** Whether nobody is asked. */
      readonly yes: boolean;
    }
  | {
      readonly kind: 'letter';
      readonly action: 'resume';
      readonly id: string;
      readonly resendUnsure: boolean;
    }
  | {
      readonly kind: 'letter';
      readonly action: 'status' | 'pause' | 'cancel' | 'hand-over';
      readonly id: string;
    };

/** What the owner asks for of a letter that does not go to the list. */
export type ProofCommand =
  | { readonly kind: 'proof'; readonly action: 'list' }
  | { readonly kind: 'proof'; readonly action: 'preview'; readonly id: string }
  | {
      readonly kind: 'proof';
      readonly action: 'test';
      readonly id: string;
      readonly email: string;
    };

/** Options that only letters have. */
export const LETTER_OPTIONS = {
  at: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  'resend-unsure': { type: 'boolean' },
} as const;

/** The help text. */
export const LETTER_USAGE = `  letter list    all letters of the last build
  letter preview ID
                 writes the finished mail into files, and says where
  letter test ID you@example.com
                 sends it to you alone, marked as a test
  letter send ID [--at 2026-12-01T15:00Z] [--yes]
                 sends a letter to all who are subscribed, once; asks before
  letter status ID
                 how many have it, failed, or are unsure
  letter resume ID [--resend-unsure]
                 goes on with one that was stopped or paused
  letter pause ID
  letter cancel ID
                 nobody gets it any more
  letter hand-over ID
                 makes it a draft at listmonk, Buttondown or Mailchimp; sends nothing
`;

interface LetterValues {
  readonly at?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly 'resend-unsure'?: boolean | undefined;
}

const FORMS = {
  list: 'letter list',
  preview: 'letter preview ID',
  test: 'letter test ID you@example.com',
  send: 'letter send ID [--at TIME] [--yes]',
  resume: 'letter resume ID [--resend-unsure]',
  status: 'letter status ID',
  pause: 'letter pause ID',
  cancel: 'letter cancel ID',
  'hand-over': 'letter hand-over ID',
} as const;

/** How many words follow, where it is not one. */
const OPERANDS: Readonly<Partial<Record<keyof typeof FORMS, number>>> = { list: 0, test: 2 };

const isAction = (text: string | undefined): text is keyof typeof FORMS =>
  text !== undefined && Object.hasOwn(FORMS, text);

/** Which action takes which option. */
const TAKEN_BY: Readonly<Record<keyof typeof LETTER_OPTIONS, keyof typeof FORMS>> = {
  at: 'send',
  yes: 'send',
  'resend-unsure': 'resume',
};

// ISO 8601 with the offset that makes it a moment.
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

function momentOf(typed: string, now: number): number {
  const time = MOMENT.test(typed) ? Date.parse(typed) : Number.NaN;
  // Date.parse takes February 30 for March 2.
  const exists = new Date(Date.parse(`${typed.slice(0, 10)}T00:00Z`))
    .toJSON()
    ?.startsWith(typed.slice(0, 10));
  if (Number.isNaN(time) || exists !== true) {
    throw new CommandError(
      `--at is "${typed}" and should be a moment with its offset, such as 2026-12-01T15:00Z or 2026-12-01T10:00-05:00.`,
    );
  }
  if (time >= now) return time;
  throw new CommandError(`--at is ${typed}, which is past; leave it out to send now.`);
}

/**
 * Reads what was typed after `letter`.
 *
 * @param now milliseconds since 1970
 * @throws CommandError with one sentence
 */
export function letterCommand(
  [action, ...operands]: readonly string[],
  values: LetterValues,
  now: number,
): LetterCommand | ProofCommand {
  if (!isAction(action)) {
    const found =
      action === undefined ? 'letter needs to know what to do' : `There is no "letter ${action}"`;
    throw new CommandError(`${found}; write ${Object.values(FORMS).join(', ')}.`);
  }
  const wrong = Object.entries(TAKEN_BY).find(
    ([option, taker]) => Object.hasOwn(values, option) && taker !== action,
  );
  const [id = '', email = ''] = operands;
  if (operands.length !== (OPERANDS[action] ?? 1) || wrong !== undefined) {
    throw new CommandError(`Write ${FORMS[action]}, with nothing missing and nothing after it.`);
  }
  if (action === 'list') return { kind: 'proof', action };
  if (action === 'preview') return { kind: 'proof', action, id };
  if (action === 'test') return { kind: 'proof', action, id, email };
  if (action === 'send') {
    const at = values.at === undefined ? undefined : momentOf(values.at, now);
    return { kind: 'letter', action, id, at, yes: values.yes === true };
  }
  if (action === 'resume') {
    return { kind: 'letter', action, id, resendUnsure: values['resend-unsure'] === true };
  }
  return { kind: 'letter', action, id };
}
