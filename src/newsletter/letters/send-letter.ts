import type { Sending } from '../delivery/delivery.ts';
import type { Envelope, SmtpLine } from '../delivery/smtp-line.ts';
import type { LetterRest, Letters, MailEnd, TakenMail } from '../store/letters.ts';
import { ListError } from '../store/list-error.ts';
import type { Returns } from '../store/returns.ts';
import { within } from '../within.ts';
import { type Attempt, answerWithout, failedAttempt } from './attempt.ts';
import { deadAmong } from './other-senders.ts';
import { passing } from './passing.ts';

/** How often a sign of life is given, and how long nothing is looked at, in milliseconds. */
const BEAT = 1_000;
const LOOK = { shortest: 50, longest: 1_000 };

/** So many mails are taken for each connection at a time. */
const TAKEN = 10;

/** So long a wait is told, in milliseconds. */
const WORTH_TELLING = 5_000;

/** Waits after the server took nothing from anybody, or the list failed, in milliseconds. */
const TROUBLE = { first: 1_000, longest: 60_000 };

/** So often in a row, and the letter pauses itself: sooner where waiting mends nothing. */
const MOST_TROUBLES = { passing: 12, lasting: 3 };

/** How long a stop waits for mails whose end is out, and then for them to be cut off. */
const STOP = { patience: 2_000, cutOff: 500 };

/** What it takes to send a letter. */
export interface SendParts {
  readonly list: Letters & Pick<Returns, 'takeReturn'>;
  /** The letter's id. */
  readonly letter: string;
  /** Whoever sends, by a name that nobody else has. */
  readonly sender: string;
  /** A person's own mail, as it goes over the wire. */
  readonly compose: (mail: TakenMail) => Promise<{
    readonly envelope: Envelope;
    /** In pieces, of which those that all mails share are in memory once. */
    readonly message: readonly Buffer[];
    readonly messageId: string;
  }>;
  readonly line: () => SmtpLine;
  readonly connections: number;
  /** So many a second, of all processes together; 0 for as many as go. */
  readonly perSecond: number;
  /** Milliseconds since 1970, on a clock that does not jump. */
  readonly now: () => number;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  readonly random: () => number;
  /** Resolves after so many milliseconds, or when it is stopped. */
  readonly wait: (milliseconds: number, stopping: AbortSignal) => Promise<void>;
  /** Aborted when it is to end. */
  readonly stopping: AbortSignal;
  /** Tells the owner of trouble, in a sentence. */
  readonly tell: (sentence: string) => void;
  /** Called now and then. */
  readonly progress: () => Promise<void>;
}

/**
 * Sends what is open of a letter, together with whoever else does, until nothing is open, it is paused
 * or cancelled, or this is stopped. Resolves with what is left.
 */
export async function sendLetter(parts: SendParts): Promise<LetterRest | undefined> {
  const { list, letter, sender, connections, perSecond, now, monotonic, stopping, tell } = parts;
  const deadOf = deadAmong(sender, monotonic);
  const [cutOff, over] = [new AbortController(), new AbortController()];
  const pass = passing(list, letter, sender, now, () => over.abort());
  const queue: (TakenMail & { readonly at: number })[] = [];
  let refilling: Promise<void> | undefined;
  let gate: Promise<void> | undefined;
  let troubles = 0;
  let toldOfWaiting = false;
  let rest: LetterRest | undefined;
  const ended = (): boolean => stopping.aborted || over.signal.aborted;
  const idle = (milliseconds: number) =>
    parts.wait(milliseconds, AbortSignal.any([stopping, over.signal]));

  /** Does something with the list, and again as long as the list fails. */
  const insist = async <Result>(work: () => Promise<Result>, until = ended): Promise<Result> => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ListError) || until()) throw error;
        if (failures === 0) tell(`${error.message} It is tried again.`);
        await parts.wait(delayAfter(failures), cutOff.signal);
      }
    }
  };

  /** Lets everybody wait where the server took nothing, and pauses the letter where that stays so. */
  const meet = (why: string, lasting: boolean): void => {
    if (gate !== undefined) return;
    if (troubles === 0) tell(`${why} It is tried again.`);
    troubles += 1;
    const most = lasting ? MOST_TROUBLES.lasting : MOST_TROUBLES.passing;
    const pausing = troubles >= most ? insist(() => list.pauseLetter(letter, why)) : undefined;
    gate = Promise.resolve(pausing)
      .then(() => (pausing === undefined ? idle(delayAfter(troubles - 1)) : undefined))
      .finally(() => {
        gate = undefined;
      });
  };

  const refill = async (): Promise<void> => {
    while (!ended()) {
      const most = connections * TAKEN;
      const share = { letter, sender, most, perSecond, now: now() };
      const taken = await insist(() => list.takeMails(share));
      const at = monotonic();
      queue.push(...taken.map((mail) => ({ ...mail, at: at + mail.wait })));
      if (taken.length > 0) return;
      rest = await insist(() => list.restOfLetter(letter, now()));
      if (rest?.state !== 'sending') {
        over.abort();
        return;
      }
      const due = (rest.due ?? Number.POSITIVE_INFINITY) - now();
      if (due > WORTH_TELLING && Number.isFinite(due)) tellOfWaiting(rest);
      await idle(Math.min(Math.max(due, LOOK.shortest), LOOK.longest));
    }
  };

  const tellOfWaiting = ({ open, due = 0 }: LetterRest): void => {
    if (toldOfWaiting) return;
    toldOfWaiting = true;
    const when = new Date(due).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
    tell(
      `Still to be sent: ${open}, which the mail server put off, the next at ${when.replace('T', ' ')} UTC. Leave this running, or stop it and resume the letter later.`,
    );
  };

  const next = async (): Promise<(typeof queue)[number] | undefined> => {
    while (!ended()) {
      await gate;
      const mail = queue.shift();
      if (mail !== undefined) return mail;
      refilling ??= refill().finally(() => {
        refilling = undefined;
      });
      await refilling;
    }
    return undefined;
  };

  const attempt = async (line: SmtpLine, mail: TakenMail): Promise<Attempt> => {
    const { envelope, message, messageId } = await parts.compose(mail);
    const isWanted: Sending['isWanted'] = () => pass.go(mail.person);
    const sending = { messageId, isWanted, stopping, cutOff: cutOff.signal };
    try {
      const answer = await line.send(envelope, message, sending);
      troubles = 0;
      if (answer === undefined) return { kind: 'free' };
      return { kind: 'sent', answer: answerWithout(mail.email, answer) };
    } catch (error) {
      // Asked for the last time, the list could not answer.
      if (error instanceof ListError)
        return { kind: 'trouble', why: error.message, lasting: false };
      const came = failedAttempt(error, mail, now(), parts.random());
      if (came.kind !== 'trouble') troubles = 0;
      return came;
    }
  };

  const work = async (): Promise<void> => {
    const line = parts.line();
    try {
      for (let mail = await next(); mail !== undefined; mail = await next()) {
        const { person, at } = mail;
        const early = at - monotonic();
        if (early > 0) await idle(early);
        const came: Attempt = ended() ? { kind: 'free' } : await attempt(line, mail);
        if (came.kind === 'trouble') meet(came.why, came.lasting);
        const isCutOff = () => cutOff.signal.aborted;
        await insist(() => pass.end(person, endOf(came)), isCutOff);
        if (came.kind === 'gone') {
          // As a report that comes back would do it, and bounces would read.
          const back = { letter, person, kind: 'gone', code: came.code, at: now() } as const;
          await insist(() => list.takeReturn(back), isCutOff);
        }
      }
    } finally {
      line.close();
    }
  };

  const live = async (): Promise<void> => {
    while (!ended()) {
      await idle(BEAT);
      await list.beatSender(sender).catch(() => undefined);
      const found = await list.restOfLetter(letter, now()).catch(() => undefined);
      for (const dead of deadOf(found?.senders ?? [])) {
        await list.buryOwner(letter, dead).catch(() => undefined);
      }
      await parts.progress().catch(() => undefined);
    }
  };

  await insist(() => list.beatSender(sender));
  let broken: unknown;
  const working = Promise.all(
    [live(), ...Array.from({ length: connections }, work)].map((one) =>
      one.catch((error: unknown) => {
        broken ??= error;
        over.abort();
      }),
    ),
  );
  await Promise.race([working, aborted(stopping)]);
  if (stopping.aborted) await within(working, STOP.patience);
  else await working;
  cutOff.abort();
  await within(working, STOP.cutOff);
  // What was taken and not tried is free at once.
  await list.buryOwner(letter, sender);
  if (broken !== undefined && !stopping.aborted) throw broken;
  return list.restOfLetter(letter, now());
}

/** What an attempt is to the mail it was made for. */
function endOf(came: Attempt): MailEnd {
  if (came.kind === 'trouble') return { kind: 'free' };
  return came.kind === 'gone' ? { kind: 'failed', answer: came.answer } : came;
}

const delayAfter = (failures: number): number =>
  Math.min(TROUBLE.first * 2 ** failures, TROUBLE.longest);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
