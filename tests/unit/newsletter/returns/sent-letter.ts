import { keyedHashes } from '../../../../src/newsletter/hashes.ts';
import { returnAddresses } from '../../../../src/newsletter/letters/return-address.ts';
import type { List } from '../../../../src/newsletter/store/list.ts';
import { hashOf, KEY } from '../store/opened-store.ts';

const hashes = keyedHashes(KEY);
const addresses = returnAddresses(KEY);

const FROM = { name: 'Second Thoughts', address: 'letters@example.org' };

/** Sends a letter to all who are subscribed, in the list alone. */
export async function sendLetter(list: List, id: string, now: number): Promise<void> {
  const letter = { id, subject: `About ${id}`, html: '', text: '', from: FROM };
  await list.addLetter(letter, now, now);
  await list.beginLetter(id, now);
  const share = { letter: id, sender: 'test', most: 100, perSecond: 0, now };
  const people = (await list.takeMails(share)).map(({ person }) => person);
  await list.passMails(id, 'test', [], people, now);
  const ended = people.map((person) => ({ person, end: { kind: 'sent', answer: '250' } as const }));
  await list.passMails(id, 'test', ended, [], now);
}

/** The address of returns of a letter's mail to an address. */
export const returnPathOf = (letter: string, email: string): string =>
  addresses.of('bounces@example.org', letter, hashOf(email));

/** The Message-ID of a letter's mail to an address. */
export const messageIdOf = (letter: string, email: string): string =>
  `<${hashes.letterMessage(letter, hashOf(email))}@example.org>`;

/** The header of a mail by which its reader leaves. */
export const leavingHeaderOf = (email: string): string =>
  `List-Unsubscribe: <https://example.org/newsletter/unsubscribe/?t=${hashes.unsubscribeToken(hashOf(email))}>`;
