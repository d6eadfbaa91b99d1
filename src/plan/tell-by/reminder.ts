import type { Moment } from './moment.ts';
import type { TellByOutcome } from './tell-by.ts';

/** What a calendar should remind somebody of, and when. */
export interface Reminder extends Moment {
  readonly what: 'call' | 'letter';
}

/**
 * What to be reminded of: the last moment to tell them, or to post a letter where that is what counts;
 * or else, and where no number says that such a moment is early enough, the call if it waits until
 * another day. `undefined` if the thing to do is to act now.
 */
export function reminderFor(outcome: TellByOutcome): Reminder | undefined {
  if (outcome.kind === 'match') return undefined;
  const { call, onPaper } = outcome;
  if ('time' in outcome && !('basis' in outcome && outcome.basis === 'open')) {
    const day = (onPaper && 'postBy' in outcome && outcome.postBy) || outcome.day;
    if (day) return { day, time: outcome.time, what: onPaper ? 'letter' : 'call' };
  }
  return call.kind === 'now' ? undefined : { day: call.day, time: call.time, what: 'call' };
}
