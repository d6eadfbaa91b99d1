import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../src/plan/places/act.ts';
import { reminderFor } from '../../../../src/plan/tell-by/calendar-entry.ts';
import { lawBehind } from '../../../../src/plan/tell-by/law-behind.ts';
import type { Notice } from '../../../../src/plan/tell-by/notice.ts';
import { outcomeText } from '../../../../src/plan/tell-by/outcome-text.ts';
import type {
  MatchQuestion,
  NoticeQuestion,
  TeacherQuestion,
  TellByQuestion,
} from '../../../../src/plan/tell-by/question.ts';
import { tellBy } from '../../../../src/plan/tell-by/tell-by.ts';
import { acts, law, offFor, words } from './written-law.ts';

type Asked =
  | (Pick<NoticeQuestion, 'place' | 'start'> & Partial<NoticeQuestion>)
  | (Pick<TeacherQuestion, 'job' | 'start'> & Partial<TeacherQuestion>)
  | (Pick<MatchQuestion, 'job'> & Partial<MatchQuestion>);

/** Somebody who asks by when to tell them, and what a careful adviser answers. */
interface AdviserCase {
  readonly who: string;
  /** When they ask, `YYYY-MM-DD HH:MM`. */
  readonly at: string;
  readonly asked: Asked;
  readonly act: Act;
  readonly heading: string;
  /** What the first line after the heading says. */
  readonly first?: string;
  /** What else the outcome or the law behind it says, and what it never does. */
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  /** Who is told first. */
  readonly person?: string;
  /** The entry in the calendar; `null`: none. */
  readonly reminder?: string | null;
}

const notice = (count: number, unit: Notice['unit']): { readonly notice: Notice } => ({
  notice: { count, unit },
});

/** Written from the law by place and from calendars, before the tool was run on them. */
const CASES: readonly AdviserCase[] = [
  {
    who: 'wants out of an American job on Thanksgiving, with time left',
    at: '2026-11-26 14:00',
    asked: { place: 'us', start: '2026-12-07' },
    act: 'withdraw',
    heading: 'Tell them by noon on Friday, December 4, 2026.',
    first: 'Today is a holiday there',
    says: ['Call on Monday, November 30, 2026 at 9 a.m.', 'you owe no notice'],
    never: ['Call now', 'November 27'],
    person: 'The person who made you the offer',
    reminder: '2026-12-04 12:00',
  },
  {
    who: 'starts on the Monday after Thanksgiving, and reads this on that Thursday',
    at: '2026-11-26 10:00',
    asked: { place: 'us', start: '2026-11-30' },
    act: 'withdraw',
    heading: 'Tell them today, before the first day.',
    first: 'Today is a holiday there',
    says: ['The office is closed, and waiting costs you. Write now'],
    never: ['Call now', 'November 27'],
  },
  {
    who: 'reads this late on a Saturday night',
    at: '2026-12-05 23:30',
    asked: { place: 'us', start: '2026-12-21' },
    act: 'withdraw',
    heading: 'Tell them by noon on Friday, December 18, 2026.',
    first: 'Call on Monday, December 7, 2026 at 9 a.m.',
    never: ['holiday there, or'],
  },
  {
    who: 'has an American contract for two years that says nothing of notice',
    at: '2026-12-01 10:00',
    asked: { place: 'us', start: '2027-01-11', fixed: true },
    act: 'release',
    heading: 'Ask to be released today.',
    says: ['isn’t at will', 'nothing to count'],
    never: ['by noon', 'you owe no notice,'],
    reminder: null,
  },
  {
    who: 'has a visa that hangs on the job',
    at: '2026-12-01 10:00',
    asked: { place: 'us', start: '2027-01-11', visa: true },
    act: 'advice',
    heading:
      'Get advice today, before you send anything. They’d have to have it by noon on Friday, January 8, 2027.',
    first: 'Call the first one on the list below now',
    says: ['F-1 OPT'],
    person: 'An immigration lawyer or your international office',
  },
  {
    who: 'teaches in Arizona',
    at: '2026-12-01 10:00',
    asked: { place: 'us', job: 'licensed', start: '2027-01-11' },
    act: 'advice',
    heading:
      'Get advice today, before you send anything. They’d have to have it by noon on Friday, January 8, 2027.',
    says: ['Arizona'],
    never: ['Call now.'],
    person: 'The body that licenses you, the school board, or your union',
  },
  {
    who: 'nurses in London',
    at: '2026-12-14 10:00',
    asked: { place: 'uk', region: 'eng', job: 'licensed', start: '2027-01-04' },
    act: 'notice',
    heading: 'Tell them by noon on Thursday, December 24, 2026.',
    first: 'Call the first one on the list below now',
    says: ['We count our own advice, which is 1 week', 'puts a license at risk', 'our own advice'],
    never: ['Call now.'],
    person: 'The body that licenses you, the school board, or your union',
  },
  {
    who: 'signed in Berlin without a probation period, over Christmas',
    at: '2026-12-01 10:00',
    asked: { place: 'de', region: 'be', start: '2027-02-01' },
    act: 'notice',
    heading: 'Your letter has to be in their hands by noon on Wednesday, December 30, 2026.',
    first: 'Only a letter on paper counts, signed by hand.',
    says: [
      'Post it by Wednesday, December 23, 2026',
      'courtesy, and no notice',
      'January 31, 2027',
    ],
    never: ['Write now', 'Call now.', 'by email or by message'],
    person: 'Whoever the contract says receives notice, or human resources',
    reminder: '2026-12-23 12:00',
  },
  {
    who: 'signed in Germany, with too little time left',
    at: '2026-12-01 10:00',
    asked: { place: 'de', start: '2026-12-15' },
    act: 'notice',
    heading: 'Get your letter to them now. The full notice no longer fits.',
    first: 'Only a letter on paper counts, signed by hand.',
    says: ['Thursday, December 31, 2026', '17 days', 'letterbox'],
    never: ['by email or by message'],
  },
  {
    who: 'has a fixed term in Germany that says nothing of notice',
    at: '2026-12-01 10:00',
    asked: { place: 'de', start: '2027-02-01', fixed: true },
    act: 'release',
    heading: 'Ask to be released today.',
    says: ['both signatures', 'only if that was agreed', 'nothing to count'],
    never: ['by noon', 'Four weeks to the 15th', 'Post it by'],
  },
  {
    who: 'has a fixed term in France',
    at: '2026-12-10 10:00',
    asked: { place: 'fr', start: '2027-01-04', fixed: true },
    act: 'advice',
    heading: 'Get advice today, before you send anything.',
    says: ['according to French lawyers'],
    never: ['by noon'],
    person: 'An employment lawyer',
  },
  {
    who: 'owes three months to the end of a month in Germany',
    at: '2027-02-01 10:00',
    asked: { place: 'de', region: 'hh', start: '2027-07-15', ...notice(3, 'monthsToEnd') },
    act: 'notice',
    // Received in April, it would run to the end of July.
    heading: 'Your letter has to be in their hands by noon on Wednesday, March 31, 2027.',
    says: ['Wednesday, June 30, 2027'],
  },
  {
    who: 'found two weeks of notice in a fixed term in Germany',
    at: '2026-12-01 10:00',
    asked: { place: 'de', start: '2027-02-01', fixed: true, ...notice(2, 'weeks') },
    act: 'release',
    heading:
      'Ask to be released today. The notice in your contract would have to reach them by noon on Friday, January 15, 2027.',
    says: ['both signatures', 'Only a letter on paper counts', 'meant for leaving early'],
  },
  {
    who: 'signed in Zurich, and nothing else was agreed',
    at: '2026-12-14 10:00',
    asked: { place: 'ch', region: 'zh', start: '2027-01-04' },
    act: 'notice',
    heading: 'Tell them today, and ask to be released.',
    first: 'Call now.',
    says: [
      '7 days',
      'Sunday, January 10, 2027',
      'split from scholars',
      'quarter of a month',
      'stay away',
    ],
    never: ['tick a probation', 'The law gives no number'],
  },
  {
    who: 'has a fixed term in Switzerland',
    at: '2026-12-14 10:00',
    asked: { place: 'ch', start: '2027-01-04', fixed: true },
    act: 'release',
    heading: 'Ask to be released today.',
    says: ['no ordinary notice', 'quarter of a month'],
    never: ['by noon', 'January 10'],
  },
  {
    who: 'agreed a trial month in Vienna',
    at: '2026-12-10 10:00',
    asked: { place: 'at', start: '2027-01-07', trial: true },
    act: 'notice',
    heading: 'Tell them by noon on Tuesday, January 5, 2027.',
    says: ['either side can end it at once'],
    never: ['January 6'],
  },
  {
    who: 'has no trial month in Vienna',
    at: '2026-12-10 10:00',
    asked: { place: 'at', start: '2027-01-07' },
    act: 'release',
    heading: 'Ask to be released today.',
    says: ['You didn’t tick a trial period', '14 days'],
    never: ['by noon'],
  },
  {
    who: 'has a Dutch contract for a year, with a trial clause',
    at: '2026-12-10 10:00',
    asked: { place: 'nl', start: '2027-01-04', fixed: true, trial: true, ...notice(1, 'months') },
    act: 'notice',
    heading: 'Tell them by noon on Wednesday, December 30, 2026.',
    says: ['either side can end it at once'],
  },
  {
    who: 'has a Dutch contract for a year, without one',
    at: '2026-12-10 10:00',
    asked: { place: 'nl', start: '2027-01-04', fixed: true },
    act: 'release',
    heading: 'Ask to be released today.',
    never: ['by noon'],
  },
  {
    who: 'said yes in France',
    at: '2026-12-10 10:00',
    asked: { place: 'fr', region: 'main', start: '2027-01-04' },
    act: 'advice',
    heading: 'Get advice today, before you send anything.',
    first: 'Call the first one on the list below now',
    never: ['by noon', 'Call now.'],
    person: 'An employment lawyer',
  },
  {
    who: 'signed in Dublin',
    at: '2027-01-11 10:00',
    asked: { place: 'ie', start: '2027-02-08' },
    act: 'notice',
    heading: 'Tell them by noon on Friday, January 29, 2027.',
    says: ['1 week'],
  },
  {
    who: 'would start after the Fête nationale in Quebec',
    at: '2027-06-21 10:00',
    asked: { place: 'ca-qc', start: '2027-06-25' },
    act: 'notice',
    heading:
      'Tell them now. Noon on Wednesday, June 23, 2027 is the last moment before the first day, and it may be too late.',
    says: ['no number to count'],
    never: ['June 24'],
  },
  {
    who: 'reads this on Family Day in Ontario',
    at: '2027-02-15 10:00',
    asked: { place: 'ca-on', start: '2027-03-01' },
    act: 'notice',
    heading:
      'Tell them now. Noon on Friday, February 26, 2027 is the last moment before the first day, and it may be too late.',
    first: 'Today is a holiday there',
    says: ['Call on Tuesday, February 16, 2027 at 9 a.m.'],
    never: ['Call now.'],
  },
  {
    who: 'reads this during the Melbourne Cup, somewhere in Australia',
    at: '2026-11-03 10:00',
    asked: { place: 'au', start: '2026-12-01' },
    act: 'notice',
    heading:
      'Tell them now. Noon on Monday, November 30, 2026 is the last moment before the first day, and it may be too late.',
    first: 'Today is a holiday in parts of Australia. If it isn’t one at their office, call today.',
    never: ['Call now.'],
  },
  {
    who: 'owes five working days in Wellington, over Matariki',
    at: '2027-06-14 10:00',
    asked: { place: 'nz', region: 'wgn', start: '2027-07-01', ...notice(5, 'workingDays') },
    act: 'notice',
    heading: 'Tell them by noon on Tuesday, June 22, 2027.',
    says: ['5 working days', 'Wednesday, June 30, 2027'],
  },
  {
    who: 'would start after Diwali in Singapore',
    at: '2026-11-03 10:00',
    asked: { place: 'sg', start: '2026-11-10' },
    act: 'notice',
    heading: 'Tell them by noon on Friday, November 6, 2026.',
    never: ['names its holidays a year ahead'],
  },
  {
    who: 'asks about Singapore in a year that it has not announced',
    at: '2027-05-03 10:00',
    asked: { place: 'sg', start: '2027-05-18' },
    act: 'notice',
    heading: 'Tell them by noon on Friday, May 14, 2027.',
    first: 'Singapore names its holidays a year ahead',
  },
  {
    who: 'signed in India',
    at: '2026-10-12 10:00',
    asked: { place: 'in', region: 'ka', start: '2026-12-01', ...notice(30, 'days') },
    act: 'notice',
    heading: 'Tell them by noon on Friday, October 30, 2026.',
    first: 'We don’t know all of India’s holidays. Diwali',
  },
  {
    who: 'works somewhere else',
    at: '2026-12-01 10:00',
    asked: { place: 'other', start: '2027-01-11' },
    act: 'release',
    heading: 'Ask to be released today.',
    first: 'We don’t know the public holidays there.',
    never: ['by noon'],
  },
  {
    who: 'works somewhere else, with a number in the contract',
    at: '2026-12-01 10:00',
    asked: { place: 'other', start: '2027-01-11', ...notice(2, 'weeks') },
    act: 'release',
    heading:
      'Ask to be released today. The notice in your contract would have to reach them by noon on Friday, December 25, 2026.',
    first: 'We don’t know the public holidays there.',
  },
  {
    who: 'teaches in Texas, in spring',
    at: '2027-05-03 10:00',
    asked: { job: 'texasTeacher', start: '2027-08-11' },
    act: 'release',
    heading: 'The board has to have your letter by noon on Friday, June 25, 2027.',
    first: 'Call the first one on the list below now',
    says: [
      'Sunday, June 27, 2027',
      'Monday, July 12, 2027',
      'certified or registered mail',
      'Good cause',
      'spoken word',
    ],
    never: ['proposed', '46'],
    person: 'The board of your district, or whoever it lets release teachers',
  },
  {
    who: 'teaches in Texas on a visa',
    at: '2027-05-03 10:00',
    asked: { job: 'texasTeacher', start: '2027-08-11', visa: true },
    act: 'advice',
    heading:
      'Get advice today, before you send anything. The board has to have your letter by noon on Friday, June 25, 2027.',
    person: 'An immigration lawyer or your international office',
  },
  {
    who: 'teaches in Texas, on the 45th day itself',
    at: '2026-06-26 18:00',
    asked: { job: 'texasTeacher', start: '2026-08-10' },
    act: 'release',
    heading: 'File your letter with the board today.',
    says: ['Friday, June 26, 2026'],
    never: ['penalty-free date has passed'],
  },
  {
    who: 'teaches in Texas, in July',
    at: '2027-07-01 10:00',
    asked: { job: 'texasTeacher', start: '2027-08-11' },
    act: 'release',
    heading:
      'The penalty-free date has passed. The board has to have your letter by noon on Monday, July 12, 2027.',
    says: ['inscribed reprimand'],
  },
  {
    who: 'teaches in Texas, three weeks before class',
    at: '2027-07-20 10:00',
    asked: { job: 'texasTeacher', start: '2027-08-11' },
    act: 'release',
    heading: 'The dates without a suspension have passed. Ask the board for its consent today.',
    says: ['Mitigating factors'],
  },
  {
    who: 'matched',
    at: '2027-05-03 10:00',
    asked: { job: 'match' },
    act: 'advice',
    heading: 'Write to the NRMP today, before you tell anyone.',
    says: [
      'policy@nrmp.org',
      'binds from Match day',
      'breach at any time',
      'apply, interview, or accept',
      'January 15',
    ],
    never: ['2027', 'by noon', 'seen only in a copy'],
    person: 'The NRMP',
    reminder: null,
  },
];

/** Typographic apostrophes are written as the content has them. */
const plain = (text: string) => text.replaceAll('’', "'");

describe('a careful adviser', () => {
  it.each(CASES.map((one) => [one.who, one] as const))('answers somebody who %s', (_, one) => {
    const [day = '', time = ''] = one.at.split(' ');
    const now = { day, time };
    const given = {
      ...{ place: 'us', region: undefined, agency: false, visa: false },
      ...{ job: 'ordinary', notice: undefined, fixed: false, trial: false },
      ...one.asked,
    };
    // A job with dates of its own is asked less; the rest is left unread.
    const question = given as TellByQuestion;
    const outcome = tellBy(question, now, law, offFor(question));
    const told = outcomeText(outcome, now, words);
    const behind = lawBehind(outcome, law);
    const text = [
      ...[told.heading, ...told.first, ...told.more],
      ...behind.flatMap(({ rule, unsure = '', sources }) =>
        sources ? [rule, unsure] : [rule, unsure, words.outcome.ours],
      ),
      ...(question.job === 'texasTeacher' ? [acts.board.text] : []),
    ].join('\n');
    expect(told.heading).toBe(plain(one.heading));
    expect(outcome.act).toBe(one.act);
    if (one.first) expect(told.first[0]).toContain(plain(one.first));
    for (const said of one.says ?? [])
      expect(text.toLowerCase()).toContain(plain(said).toLowerCase());
    for (const said of one.never ?? []) expect(text).not.toContain(plain(said));
    if (one.person) expect(told.people[0]?.name).toBe(one.person);
    if (one.reminder === undefined) return;
    const reminder = reminderFor(outcome);
    expect(reminder ? `${reminder.day} ${reminder.time}` : null).toBe(one.reminder);
  });
});
