import type { LetterStatus, LetterTrouble, ListedMail, MailState } from '../store/letters.ts';

const STATES = [
  // `left`: the list, before it was sent.
  ...['sent', 'waiting', 'sending', 'failed', 'unsure', 'left'],
] as const satisfies MailState[];

/** So many that are unsure are listed. */
export const MOST_LISTED = 200;

const row = (count: number, label: string): string => `${String(count).padStart(7)}  ${label}`;

/** A time as the owner reads it. */
export const timeOf = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;

function headline({ id, state, why, notBefore, begunAt, finishedAt }: LetterStatus): string {
  const letter = `The letter "${id}"`;
  switch (state) {
    case 'done':
      return `${letter} is done, since ${timeOf(finishedAt ?? 0)}.`;
    case 'cancelled':
      return `${letter} was cancelled at ${timeOf(finishedAt ?? 0)}.`;
    case 'paused':
      return `${letter} is paused. ${why ?? ''} To go on: letter resume ${id}`;
    default:
      return begunAt === undefined
        ? `${letter} waits until ${timeOf(notBefore)}, while letter send or letter resume ${id} runs.`
        : `${letter} is being sent, while letter send or letter resume ${id} runs.`;
  }
}

/** How a letter is doing: its state, how many mails there are of each, why, and which are unsure. */
export function statusOf(
  status: LetterStatus,
  troubles: readonly LetterTrouble[],
  unsure: readonly ListedMail[],
): string {
  const { id, subject, from, counts } = status;
  const host = from.address.split('@').at(-1) ?? '';
  return [
    headline(status),
    `Subject: ${subject}`,
    ...STATES.map((state) => row(counts[state], state)),
    ...troubles.map(({ state, why, count }) =>
      row(count, `${state === 'failed' ? 'of the failed' : 'to be tried again'}: ${why}`),
    ),
    ...(unsure.length > 0
      ? [
          'Unsure: the mail server may have these or not. Look for them there by their Message-ID:',
          ...unsure.map(
            ({ email, message, answer }) =>
              `  ${email ?? '(has left)'} <${message}@${host}> ${answer}`,
          ),
          ...(counts.unsure > unsure.length ? [`  and ${counts.unsure - unsure.length} more`] : []),
          `They get nothing more, unless you write letter resume ${id} --resend-unsure, which may send it twice.`,
        ]
      : []),
  ].join('\n');
}
