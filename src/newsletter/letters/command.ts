import { setTimeout as pause } from 'node:timers/promises';
import { complain } from '../../site/terminal.ts';
import { CommandError } from '../command/command-error.ts';
import { progressBar } from '../command/progress.ts';
import { DeliveryError } from '../delivery/delivery.ts';
import { SetupError } from '../setup-error.ts';
import type { LetterStatus } from '../store/letters.ts';
import { letterToSend, unknownLetter } from './checks.ts';
import {
  builtLetters,
  clockOf,
  type Desk,
  isAgreed,
  type Post,
  postOf,
  sendPartsOf,
} from './desk.ts';
import { frozen } from './letter-mail.ts';
import { sendLetter } from './send-letter.ts';
import { MOST_LISTED, statusOf, timeOf } from './status.ts';

/** How often it is looked whether a letter's time has come, in milliseconds. */
const LOOK = 1_000;

/** How a letter is to be sent. */
export interface SendOptions {
  readonly id: string;
  /** Not before, in milliseconds since 1970; undefined for now. */
  readonly at: number | undefined;
  /** Whether nobody is asked. */
  readonly yes: boolean;
}

async function knownStatus({ list }: Desk, id: string): Promise<LetterStatus> {
  const status = await list.letterStatus(id);
  if (status !== undefined) return status;
  throw new CommandError(`No letter "${id}" was sent; letter send ${id} sends it.`);
}

/** What `letter status ID` prints. */
export async function status(desk: Desk, id: string): Promise<string> {
  const found = await knownStatus(desk, id);
  const { list } = desk;
  return statusOf(found, await list.letterTroubles(id), await list.unsureMails(id, MOST_LISTED));
}

/** Lets nobody get more of a letter, until it is resumed. */
export async function pauseSending(desk: Desk, id: string): Promise<string> {
  const { state } = await knownStatus(desk, id);
  if (!(await desk.list.pauseLetter(id, 'You paused it.')) && state !== 'paused') {
    throw new CommandError(`The letter "${id}" is ${state}, so there is nothing to pause.`);
  }
  return status(desk, id);
}

/** Ends a letter for good, or forgets one that nobody has got. */
export async function cancel(desk: Desk, id: string): Promise<string> {
  const { state } = await knownStatus(desk, id);
  const came = await desk.list.cancelLetter(id, Date.now());
  if (came === 'forgotten') {
    return `The letter "${id}" is cancelled. Nobody got it, so it may be sent another time.`;
  }
  if (came === 'over' && state !== 'cancelled') {
    throw new CommandError(`The letter "${id}" is ${state}, so there is nothing to cancel.`);
  }
  return status(desk, id);
}

/** Asks the mail server whether it would take a mail, before anything else happens. */
async function greet(desk: Desk, post: Post, letter: Parameters<typeof sendPartsOf>[2]) {
  const parts = sendPartsOf(desk, post, letter);
  const line = parts.line();
  try {
    await line.greet(new AbortController().signal);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    throw new SetupError(`${error.message} Nothing was sent.`);
  } finally {
    line.close();
  }
}

const plural = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/**
 * Sends a letter to all who are subscribed, once.
 *
 * @returns what came of it
 * @throws CommandError where it may not be sent, and SetupError where it paused or was stopped
 */
export async function send(desk: Desk, { id, at, yes }: SendOptions): Promise<string> {
  const { list } = desk;
  const now = Date.now();
  const letters = await builtLetters(desk);
  const before = await list.letterStatus(id);
  const letter = letterToSend({ id, letters, before, at: at ?? now, now });
  if (typeof letter === 'string') throw new CommandError(letter);
  const post = await postOf(desk);
  const { subscribed } = await list.counts();
  if (subscribed === 0) {
    throw new CommandError('Nobody is subscribed, so there is nobody to send the letter to.');
  }
  const content = frozen(letter, post.postalAddress, post.from);
  await greet(desk, post, content);
  const question = [
    `Subject: ${content.subject}`,
    `From: ${content.from.name} <${content.from.address}>`,
    `To: ${plural(subscribed)}${at === undefined ? '' : `, or as many as are subscribed at ${timeOf(at)}`}`,
    `Links to leave: ${post.address.origin}${post.address.base}`,
    'Send it? [y/N] ',
  ].join('\n');
  if (!yes && !(await isAgreed(desk, question))) {
    throw new CommandError('Nothing was sent. Answer y to send it, or write --yes.');
  }
  if (!(await list.addLetter(content, at ?? now, now))) {
    throw new CommandError(
      `The letter "${id}" is being sent already; letter status ${id} says how far it is.`,
    );
  }
  return carryOn(desk, post, id);
}

/** Goes on with a letter, also with what is unsure where `resendUnsure`. */
export async function resume(desk: Desk, id: string, resendUnsure: boolean): Promise<string> {
  const { list } = desk;
  const before = await list.letterStatus(id);
  if (before === undefined) {
    const known = (await builtLetters(desk)).map((letter) => letter.id);
    throw new CommandError(
      known.includes(id)
        ? `The letter "${id}" was not sent yet; letter send ${id} sends it.`
        : unknownLetter(id, known),
    );
  }
  if (before.state === 'cancelled') {
    throw new CommandError(`The letter "${id}" was cancelled, and is not sent any more.`);
  }
  const isOpen = before.state !== 'done' || (resendUnsure && before.counts.unsure > 0);
  if (!isOpen) return status(desk, id);
  const post = await postOf(desk);
  const content = await list.frozenLetter(id);
  if (content !== undefined) await greet(desk, post, content);
  await list.resumeLetter(id, resendUnsure);
  return carryOn(desk, post, id);
}

/** Waits for the time of a letter, writes down whom it is for, and sends it. */
async function carryOn(desk: Desk, post: Post, id: string): Promise<string> {
  const { list } = desk;
  const content = await list.frozenLetter(id);
  if (content === undefined) throw new CommandError(unknownLetter(id, []));
  const now = clockOf();
  return untilStopped(async (stopping) => {
    if (await waitFor(desk, id, now, stopping)) {
      await list.beginLetter(id, now());
      const bar = progressBar('Sending', process.stderr, 1);
      const parts = sendPartsOf(desk, post, content);
      const progress = async () => {
        const counts = (await list.letterStatus(id))?.counts;
        if (counts === undefined) return;
        const { waiting, sending, sent, failed, unsure, left } = counts;
        const done = sent + failed + unsure + left;
        bar(done, done + waiting + sending);
      };
      await sendLetter({ ...parts, now, stopping, progress });
      await progress();
    }
    const said = await status(desk, id);
    const { state } = await knownStatus(desk, id);
    if (state === 'done') return said;
    if (stopping.aborted && state === 'sending') {
      throw new SetupError(`${said}\nStopped. To go on: npm run newsletter -- letter resume ${id}`);
    }
    throw new SetupError(said);
  });
}

/** Resolves with whether a letter's time has come, and nothing else has happened to it. */
async function waitFor(
  { list }: Desk,
  id: string,
  now: () => number,
  stopping: AbortSignal,
): Promise<boolean> {
  for (let told = false; !stopping.aborted; told = true) {
    const found = await list.letterStatus(id);
    if (found?.state !== 'sending') return false;
    if (found.notBefore <= now()) return true;
    if (!told) {
      complain(
        `It is sent at ${timeOf(found.notBefore)}. Leave this running, or stop it and write letter resume ${id} by then.`,
      );
    }
    await pause(LOOK, undefined, { signal: stopping }).catch(() => undefined);
  }
  return false;
}

/** Lets whoever stops this process stop the work first. */
async function untilStopped<Result>(
  work: (stopping: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stopping = new AbortController();
  // Ctrl-C under npm arrives twice: from the terminal, and passed on by npm.
  const stop = (): void => stopping.abort();
  const signals = ['SIGTERM', 'SIGINT'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
