import type { Sending } from '../../../../src/newsletter/delivery/delivery.ts';

/** What a mailer is told of a mail that is wanted, or not any more, while nothing stops it. */
export const sendingWhere = (wanted: boolean): Sending => ({
  messageId: '<1@example.com>',
  isWanted: async () => wanted,
  stopping: new AbortController().signal,
  cutOff: new AbortController().signal,
});
