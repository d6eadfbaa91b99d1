import { fillBlanks } from '../../site/fill-blanks.ts';
import { fullDay } from './full-day.ts';
import type { CallTime, Moment } from './moment.ts';
import type { TellByWords } from './words-schema.ts';

/** Whom a call goes to: the employer; the employer beside a letter; whoever comes before both. */
export type Callee = keyof TellByWords['outcome']['call'];

/** When to call, asked at `now`, after why nobody may answer today. `place`: the place's name. */
export function callText(
  call: CallTime,
  callee: Callee,
  now: Moment,
  place: string,
  { call: words, holidays }: Pick<TellByWords['outcome'], 'call' | 'holidays'>,
): string[] {
  const to = words[callee];
  if (call.kind === 'now') return [to.now];
  const when = call.kind === 'at' && call.day === now.day ? to.today : to[call.kind];
  return [
    ...(call.holiday ? [fillBlanks(holidays[call.holiday], { place })] : []),
    fillBlanks(when, { day: fullDay(call.day) }),
  ];
}
