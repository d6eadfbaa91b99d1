import { parseAddress } from '../address.ts';
import type { KeyedHashes } from '../hashes.ts';
import type { ReturnAddresses } from '../letters/return-address.ts';
import type { MailClue } from '../store/returns.ts';
import type { Clues } from './report.ts';

/** What the key can tell of a report. */
export interface Keyed {
  readonly hashes: Pick<KeyedHashes, 'address' | 'readUnsubscribeToken'>;
  readonly addresses: Pick<ReturnAddresses, 'read'>;
}

/**
 * What is to be believed of a report's clues, the surest first: addresses of returns, Message-IDs,
 * links to unsubscribe. A recipient's address alone is none: anybody can write one into a report.
 */
export function believed(
  { returnPaths, messageIds, unsubscribeTokens }: Clues,
  { hashes, addresses }: Keyed,
): readonly MailClue[] {
  return [
    ...returnPaths.flatMap((address) => {
      const read = addresses.read(address);
      return read === undefined ? [] : [{ kind: 'return-address' as const, ...read }];
    }),
    ...messageIds.map((id) => ({
      kind: 'message' as const,
      message: id.slice(1).split('@')[0] ?? '',
    })),
    ...unsubscribeTokens.flatMap((token) => {
      const person = hashes.readUnsubscribeToken(token);
      return person === undefined ? [] : [{ kind: 'person' as const, person }];
    }),
  ];
}

/** Whether an address is that of the person with this hash. */
export function isOf(person: string, { hashes }: Keyed): (address: string) => boolean {
  return (address) => {
    const parsed = parseAddress(address);
    return parsed.kind === 'address' && hashes.address(parsed.email) === person;
  };
}
