import type { ChannelId, Length, Situation } from './compose.ts';
import type { ActWords, SituationData } from './schema.ts';
import { withParts } from './template.ts';

/** The messages that a situation can become, by what it says to end it. */
export const ACT_MESSAGES = [
  'withdraw',
  'notice',
  'courtesy',
  'release',
  'resign',
  'open',
  'advice',
  'board',
  'waiver',
] as const satisfies readonly (keyof ActWords)[];
export type ActMessage = (typeof ACT_MESSAGES)[number];

/** A situation before it is known how it ends. */
export type OpenSituation = Pick<
  SituationData,
  'title' | 'body' | 'short' | 'why' | 'advice' | 'channels'
>;

/**
 * `situation` with the words of `message`, all of them or three sentences; a message to somebody else
 * takes its place, but for the title.
 */
export function withAct(
  situation: OpenSituation,
  message: ActMessage,
  words: ActWords,
  length: Length = 'full',
): Situation & { readonly channels?: readonly ChannelId[] | undefined } {
  const said = words[message];
  const { title } = situation;
  if ('body' in said) return { title, ...said, body: length === 'short' ? said.short : said.body };
  const { subject, news, words: act, close, brief } = said;
  const { why, advice, channels, short } = situation;
  const body = length === 'short' ? `${short} ${brief}` : withParts(situation.body, { act, close });
  return { title, subject, news, why, advice, channels, body };
}
