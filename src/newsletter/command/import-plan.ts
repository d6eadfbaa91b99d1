import { CommandError } from './command-error.ts';
import { readAnswers, type TypedAnswers } from './import-answers.ts';
import { type ImportFile, type Person, readImportFile, type Unreadable } from './import-file.ts';
import { questionsOf } from './import-questions.ts';
import { mostCareful, type Standing, standingsOf } from './standing.ts';

/** What a file's name says of all who are in it. */
const TELLING_NAME =
  /unsub|nonsub|non[-_ ]sub|cleaned|bounce|suppress|blocked|blocklist|blacklist|opt[-_ ]?out|unconfirm|pending|removed|deleted|inactive|complain|spam|left/i;

/** Why the file itself keeps somebody on a line from being subscribed or suppressed. */
export type LeftOut = Unreadable | 'unconfirmed' | 'contradicted';

/** What is to be imported, and what the owner says about it. */
export interface ImportRequest extends TypedAnswers {
  /** What the file holds. */
  readonly csv: string;
  /** What it is called, without its folder. */
  readonly name: string;
  /** The column of the address, where its name does not say so. */
  readonly column: string | undefined;
}

/** The people to suppress, those to subscribe, and the lines to leave out. */
export interface ImportPlan {
  readonly suppress: readonly Person[];
  readonly subscribe: readonly Person[];
  readonly leaveOut: readonly { readonly line: number; readonly why: LeftOut }[];
}

/** Somebody may be on several lines: the most careful one counts for all of them. */
function planOf(file: ImportFile, standings: ReadonlyMap<Person, Standing>): ImportPlan {
  const byAddress = new Map<string, Standing>();
  const count = (email: string, standing: Standing): void => {
    const key = email.toLowerCase();
    byAddress.set(key, mostCareful(standing, byAddress.get(key) ?? 'subscribed'));
  };
  // A line that cannot be read may have said anything of its address.
  for (const { email } of file.unreadable) if (email !== undefined) count(email, 'unconfirmed');
  for (const [{ email }, standing] of standings) count(email, standing);

  const suppress: Person[] = [];
  const subscribe: Person[] = [];
  const leaveOut: { line: number; why: LeftOut }[] = file.unreadable.map(({ line, why }) => ({
    line,
    why,
  }));
  for (const [person, standing] of standings) {
    const { email, line } = person;
    if (standing === 'left' || standing === 'blocked') suppress.push(person);
    else if (standing === 'unconfirmed') leaveOut.push({ line, why: 'unconfirmed' });
    else if (byAddress.get(email.toLowerCase()) === 'subscribed') subscribe.push(person);
    else leaveOut.push({ line, why: 'contradicted' });
  }
  return { suppress, subscribe, leaveOut };
}

/**
 * Works out what is to become of everybody in a CSV file. Nothing has been written when this ends.
 *
 * @throws CommandError with a question where the file does not say clearly who is subscribed
 */
export function planImport(request: ImportRequest): ImportPlan {
  const { csv, name, column } = request;
  const file = readImportFile(csv, column);
  const answers = readAnswers(request, file.columns);
  const standings = standingsOf(file, answers);
  if (standings.kind === 'questions') throw new CommandError(questionsOf(standings.questions));
  const plan = planOf(file, standings.of);
  const { length } = plan.subscribe;
  if (length > 0 && answers.everyone === undefined && TELLING_NAME.test(name)) {
    throw new CommandError(
      `Nothing was imported. By its name, ${name} holds people who left or never confirmed, and no column of it says so of ${length} of them. Say what they are, and run it again: --everyone left, --everyone unconfirmed or --everyone subscribed.`,
    );
  }
  return plan;
}
