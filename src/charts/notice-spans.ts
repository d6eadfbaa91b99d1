import type { Place } from '../plan/places/schema.ts';
import { type Notice, noticeEnd } from '../plan/tell-by/notice.ts';
import { addDays, daysBetween } from '../site/civil-day.ts';

/** How many days after it was received a notice ends, at the least and at the most. */
interface Days {
  readonly least: number;
  readonly most: number;
}

/** Days over which the lengths are looked for: a whole cycle of leap years. */
const CYCLE = 1461;

/**
 * The fewest and the most days that `notice` can take, whatever day it is received on. A month has 28
 * to 31 of them, and what runs on to the end of one takes longer still. Without public holidays.
 */
export function daysOf(notice: Notice): Days {
  const lengths = Array.from({ length: CYCLE }, (_, index) => {
    const day = addDays('2025-01-01', index);
    return daysBetween(day, noticeEnd(day, notice, new Set()));
  });
  return { least: Math.min(...lengths), most: Math.max(...lengths) };
}

/**
 * What is said of the notice of a place: owed by law, counted from the first day, in a trial period, or
 * advised by us; none, none in a trial period; or no number where none was agreed.
 */
export type NoticeKind =
  | 'owed'
  | 'fromStart'
  | 'none'
  | 'advised'
  | 'trial'
  | 'noneInTrial'
  | 'noTrial';

/** One notice of a place. Its bar goes to `least` in percent of the scale, and may go on to `most`. */
export interface NoticeSpan extends Days {
  readonly kind: NoticeKind;
  readonly notice: Notice;
}

/** The notices of all places on one scale, whose end is `days` days. */
export interface NoticeSpans {
  readonly days: number;
  readonly rows: readonly { readonly place: string; readonly spans: readonly NoticeSpan[] }[];
  /** The names of the places whose law has no number. */
  readonly open: readonly string[];
}

/**
 * The notice before the first day in each of `places` whose law we have read, for a contract that says
 * nothing of it, in the order given. The scale begins at 0 and ends with the longest of them.
 */
export function noticeSpans(places: readonly Pick<Place, 'name' | 'notice'>[]): NoticeSpans {
  const read = places
    .filter(({ notice }) => 'sources' in notice)
    .map(({ name, notice }) => ({
      place: name,
      spans: noticesOf(notice).map((one) => ({ ...one, ...daysOf(one.notice) })),
    }));
  const days = Math.max(1, ...read.flatMap(({ spans }) => spans.map(({ most }) => most)));
  const share = (count: number) => (count / days) * 100;
  const rows = read.map(({ place, spans }) => ({
    place,
    spans: spans.map((one) => ({ ...one, least: share(one.least), most: share(one.most) })),
  }));
  return {
    days,
    rows: rows.filter(({ spans }) => spans.length > 0),
    open: rows.filter(({ spans }) => spans.length === 0).map(({ place }) => place),
  };
}

/** What is said of the notice of one place, the usual case first. */
function noticesOf({
  silent: { notice, advised, probation },
  runsFrom,
}: Place['notice']): Omit<NoticeSpan, keyof Days>[] {
  const ofLaw = runsFrom === 'start' ? 'fromStart' : 'owed';
  const none: Notice = { count: 0, unit: 'days' };
  return [
    ...(notice ? [{ kind: notice.count > 0 ? ofLaw : 'none', notice } as const] : []),
    ...(advised ? [{ kind: 'advised', notice: advised } as const] : []),
    ...(probation
      ? [{ kind: probation.count > 0 ? 'trial' : 'noneInTrial', notice: probation } as const]
      : []),
    ...(probation && !notice ? [{ kind: 'noTrial', notice: none } as const] : []),
  ];
}

/** The earliest day on which the law of one of `places` was checked. */
export function earliestReview(places: readonly Pick<Place, 'notice'>[]): string {
  const days = places.flatMap(({ notice }) => ('reviewed' in notice ? notice.reviewed : []));
  return days.reduce((one, other) => (one < other ? one : other));
}
