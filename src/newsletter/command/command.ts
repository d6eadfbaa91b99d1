import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  BOUNCES_OPTIONS,
  BOUNCES_USAGE,
  type BouncesCommand,
  bouncesCommand,
} from './bounces-command.ts';
import { CommandError, codeOf } from './command-error.ts';
import type { TypedAnswers } from './import-answers.ts';
import {
  LETTER_OPTIONS,
  LETTER_USAGE,
  type LetterCommand,
  letterCommand,
  type ProofCommand,
} from './letter-command.ts';
import { MOVE_OPTIONS, MOVE_USAGE, type MoveCommand } from './move-command.ts';

/** What the owner asks for. Paths are as they were typed. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'stats' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'export'; readonly file: string | undefined }
  | {
      readonly kind: 'import';
      readonly file: string;
      /** Where people consented. */
      readonly source: string;
      /** The day they did, as YYYY-MM-DD. */
      readonly date: string;
      /** The column of the address, where its name does not say so. */
      readonly column: string | undefined;
      /** What the owner says about the file, as it was typed. */
      readonly answers: TypedAnswers;
    }
  | { readonly kind: 'forget'; readonly email: string }
  | { readonly kind: 'backup'; readonly file: string }
  | MoveCommand
  | BouncesCommand
  | LetterCommand
  | ProofCommand;

const IMPORT = 'import FILE --source "TEXT" --date YYYY-MM-DD';

/** The help text. */
export const USAGE = `npm run newsletter -- COMMAND

  stats          how many have subscribed, left, and wait for a mail
  export [FILE]  all addresses as CSV, into a new file or to the screen
  ${IMPORT}
                 adds people who consented elsewhere: where, and on which day;
                 who left there is never written to. It asks before it writes
                 where the file does not say who left:
                   --means "COLUMN:VALUE=left"  or =subscribed, =unconfirmed, =nothing
                   --ignore COLUMN              says nothing about that
                   --everyone left              of all who are in the file
                   --column COLUMN              holds the address
  retry          sends again what was given up
  forget EMAIL   deletes an address for good; quote it: forget "r&d@example.com"
  backup FILE    copies the database into a new file
${MOVE_USAGE}${BOUNCES_USAGE}${LETTER_USAGE}`;

/** Options that only an import has. */
const IMPORT_OPTIONS = {
  source: { type: 'string' },
  date: { type: 'string' },
  column: { type: 'string' },
  means: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  everyone: { type: 'string' },
} as const;

const HELP = 'npm run newsletter -- --help explains them';

function parse(args: readonly string[]) {
  // An address may begin with a hyphen, as options do.
  const forgotten =
    args[0] === 'forget' && !args.includes('--')
      ? args.findIndex((text) => /^-.*@/.test(text))
      : -1;
  try {
    return parseArgs({
      args: forgotten < 0 ? [...args] : args.toSpliced(forgotten, 0, '--'),
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        ...IMPORT_OPTIONS,
        ...LETTER_OPTIONS,
        ...BOUNCES_OPTIONS,
        ...MOVE_OPTIONS,
      },
    });
  } catch (error) {
    if (!codeOf(error)?.startsWith('ERR_PARSE_ARGS') || !(error instanceof Error)) throw error;
    // Node goes on with how to pass such a text after all, which nobody wants here.
    const [sentence = ''] = error.message.split(/\.\s/);
    throw new CommandError(`${sentence.replace(/\.$/, '')}; ${HELP}.`);
  }
}

function sourceOf(source: string | undefined): string {
  const text = source?.trim();
  if (text?.includes('@')) {
    throw new CommandError(
      '--source holds an @ and is kept for good, also when people leave; name the place without an address.',
    );
  }
  if (text) return text;
  throw new CommandError(
    'An import needs --source "TEXT": say where these people consented, such as --source "sign-up sheet, March workshop".',
  );
}

function dateOf(date: string | undefined, today: string): string {
  if (date === undefined) {
    throw new CommandError(
      'An import needs --date YYYY-MM-DD: the day on which these people consented, or the last of these days.',
    );
  }
  if (!z.iso.date().safeParse(date).success) {
    throw new CommandError(
      `--date is "${date}" and should be a day that exists, as YYYY-MM-DD, such as 2026-03-31.`,
    );
  }
  if (date <= today) return date;
  throw new CommandError(
    `--date is ${date}, which is yet to come; people can only have consented before.`,
  );
}

/** Which command alone takes an option. */
const OWNERS: readonly (readonly [command: string, options: Readonly<Record<string, unknown>>])[] =
  [
    ['import', IMPORT_OPTIONS],
    ['letter', LETTER_OPTIONS],
    ['bounces', BOUNCES_OPTIONS],
    ['move', MOVE_OPTIONS],
  ];

/** Refuses the options of another command than `name`. */
function optionsOf(name: string | undefined, form: string, values: object): void {
  for (const [owner, all] of OWNERS) {
    const options = Object.keys(all).filter((option) => Object.hasOwn(values, option));
    if (name === owner || options.length === 0) continue;
    throw new CommandError(
      `--${options.join(' and --')} ${options.length > 1 ? 'are' : 'is'} for ${owner} alone; write ${form}.`,
    );
  }
}

/**
 * Reads what was typed after `npm run newsletter --`.
 *
 * @param now milliseconds since 1970, for dates that cannot be yet
 * @throws CommandError with one sentence
 */
export function parseCommand(args: readonly string[], now: number): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  const [name, operand] = positionals;

  const only = (least: number, most: number, form: string): void => {
    const given = positionals.length - 1;
    if (given < least || given > most) {
      throw new CommandError(`Write ${form}, with nothing missing and nothing after it; ${HELP}.`);
    }
    optionsOf(name, form, values);
  };

  switch (name) {
    case 'stats':
      only(0, 0, 'stats');
      return { kind: 'stats' };
    case 'retry':
      only(0, 0, 'retry');
      return { kind: 'retry' };
    case 'export':
      only(0, 1, 'export or export FILE');
      return { kind: 'export', file: operand };
    case 'import': {
      only(1, 1, IMPORT);
      const today = new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length);
      return {
        kind: 'import',
        file: operand ?? '',
        source: sourceOf(values.source),
        date: dateOf(values.date, today),
        column: values.column,
        answers: {
          means: values.means ?? [],
          ignore: values.ignore ?? [],
          everyone: values.everyone,
        },
      };
    }
    case 'forget':
      only(1, 1, 'forget EMAIL');
      return { kind: 'forget', email: operand ?? '' };
    case 'move':
      only(0, 0, 'move --to postgres://USER:PASSWORD@HOST/DATABASE');
      return { kind: 'move', to: values.to };
    case 'bounces':
      only(0, 0, 'bounces, bounces --maildir DIR or bounces --imap URL');
      return bouncesCommand(values);
    case 'letter':
      optionsOf(name, 'letter', values);
      return letterCommand(positionals.slice(1), values, now);
    case 'backup':
      only(1, 1, 'backup FILE');
      return { kind: 'backup', file: operand ?? '' };
    default: {
      const found = name === undefined ? 'No command was given' : `There is no command "${name}"`;
      throw new CommandError(
        `${found}; there are stats, export, import, retry, forget, backup, move, bounces and letter, and ${HELP}.`,
      );
    }
  }
}
