import { setImmediate as soon } from 'node:timers/promises';
import type { EndedMail, Letters, MailEnd } from '../store/letters.ts';

/** Passes on how the mails of one letter fare, many in one transaction. */
export interface Passing {
  /** Resolves with whether a mail may go, from where on nobody may see what comes of it. */
  readonly go: (person: string) => Promise<boolean>;
  /** Resolves once it is written down what came of a mail. */
  readonly end: (person: string, end: MailEnd) => Promise<void>;
}

interface Asked<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is asked while a transaction is under way goes into the next one: a disk makes some hundred
 * transactions a second, however much is in each.
 *
 * @param stop called when the letter no longer goes on
 */
export function passing(
  list: Pick<Letters, 'passMails'>,
  letter: string,
  sender: string,
  now: () => number,
  stop: () => void,
): Passing {
  const ended: Asked<EndedMail, void>[] = [];
  const going: Asked<string, boolean>[] = [];
  let working = false;

  const work = async (): Promise<void> => {
    working = true;
    // What other connections are about to ask comes along.
    await soon();
    while (ended.length + going.length > 0) {
      const [ends, goes] = [ended.splice(0), going.splice(0)];
      try {
        const { may, goesOn } = await list.passMails(
          letter,
          sender,
          ends.map(({ item }) => item),
          goes.map(({ item }) => item),
          now(),
        );
        if (!goesOn) stop();
        for (const { resolve } of ends) resolve();
        for (const [index, { resolve }] of goes.entries()) resolve(may[index] === true);
      } catch (error) {
        for (const { reject } of [...ends, ...goes]) reject(error);
      }
      await soon();
    }
    working = false;
  };

  const ask = <Item, Result>(queue: Asked<Item, Result>[], item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!working) void work();
    });

  return {
    go: (person) => ask(going, person),
    end: (person, end) => ask(ended, { person, end }),
  };
}
