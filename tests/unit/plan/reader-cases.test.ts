import { describe, expect, it } from 'vitest';
import type { ActMessage } from '../../../src/messages/act-words.ts';
import { catalogOf } from '../../../src/messages/composer/catalog.ts';
import { draftOf } from '../../../src/messages/composer/draft.ts';
import { ACTS, type WayOut, wayOut, weigh } from '../../../src/plan/places/act.ts';
import type { Acceptance, Clause, Job } from '../../../src/plan/places/commitment.ts';
import type { Notice } from '../../../src/plan/tell-by/notice.ts';
import type { TellByQuestion } from '../../../src/plan/tell-by/question.ts';
import { type TellByOutcome, tellBy } from '../../../src/plan/tell-by/tell-by.ts';
import { addDays } from '../../../src/site/civil-day.ts';
import { writtenMessages } from '../messages/written-messages.ts';
import { CLAUSE_RULES, lawIn, PLACES, placeOf } from './places/written-places.ts';
import { law, offFor } from './tell-by/written-law.ts';

/** Somebody as a careful adviser meets them, and what that adviser tells them. */
interface ReaderCase {
  readonly who: string;
  readonly place: string;
  readonly yes: Acceptance;
  readonly situation: string;
  readonly job?: Job;
  readonly trial?: boolean;
  readonly papers?: readonly Clause[];
  /** Days to the first day of work, and what kind of outcome "Tell them by" has then. */
  readonly when?: {
    readonly days: number;
    readonly told: TellByOutcome['kind'];
    readonly notice?: Notice;
  };
  readonly way: WayOut;
  /** What the written message is: an email, or a letter where only paper counts. */
  readonly message: ActMessage;
  /** What is asked or settled beside it. */
  readonly beside?: readonly (Clause | Job)[];
}

/** Written from the law by place, before the tools were run on them. */
const CASES: readonly ReaderCase[] = [
  // United States
  {
    who: 'took a better offer after a yes on the phone',
    place: 'us',
    yes: 'said',
    situation: 'another-offer',
    when: { days: 20, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
  },
  {
    who: 'has to stay home with a parent',
    place: 'us',
    yes: 'emailed',
    situation: 'family-health-move',
    when: { days: 5, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
  },
  {
    who: 'signed at will and took a counteroffer',
    place: 'us',
    yes: 'signed',
    situation: 'counteroffer-accepted',
    when: { days: 30, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
  },
  {
    who: 'signed for two years',
    place: 'us',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['fixed-term'],
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'signed a contract that asks for notice',
    place: 'us',
    yes: 'signed',
    situation: 'staying-put',
    papers: ['notice'],
    when: { days: 9, told: 'late', notice: { count: 2, unit: 'weeks' } },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'has the signing bonus in the bank',
    place: 'us',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['bonus'],
    when: { days: 20, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
    beside: ['bonus'],
  },
  {
    who: 'was moved at their cost, through an agency',
    place: 'us',
    yes: 'signed',
    situation: 'not-the-right-match',
    papers: ['relocation', 'agency'],
    when: { days: 14, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
    beside: ['relocation', 'agency'],
  },
  {
    who: 'is a student who accepted an internship through campus',
    place: 'us',
    yes: 'emailed',
    situation: 'student-or-intern',
    papers: ['campus'],
    when: { days: 20, told: 'by' },
    way: 'withdraw',
    message: 'withdraw',
    beside: ['campus'],
  },
  {
    who: 'is on OPT',
    place: 'us',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['visa'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'signed a no-show sum',
    place: 'us',
    yes: 'signed',
    situation: 'any-reason',
    papers: ['no-show'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'goes to a competitor under a non-compete',
    place: 'us',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['non-compete'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'is in the Delayed Entry Program',
    place: 'us',
    yes: 'signed',
    situation: 'any-reason',
    papers: ['military'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'teaches in Arizona',
    place: 'us',
    yes: 'signed',
    situation: 'family-health-move',
    job: 'licensed',
    when: { days: 40, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'teaches in Texas, sixty days before instruction',
    place: 'us',
    yes: 'signed',
    situation: 'another-offer',
    job: 'texasTeacher',
    when: { days: 60, told: 'texasTeacher' },
    way: 'board',
    message: 'board',
  },
  {
    who: 'matched into a residency',
    place: 'us',
    yes: 'signed',
    situation: 'family-health-move',
    job: 'match',
    when: { days: 60, told: 'match' },
    way: 'advice',
    message: 'waiver',
  },
  {
    who: 'started on Monday',
    place: 'us',
    yes: 'said',
    situation: 'already-started',
    way: 'withdraw',
    message: 'resign',
  },
  {
    who: 'did not turn up yesterday',
    place: 'us',
    yes: 'signed',
    situation: 'start-date-passed',
    way: 'withdraw',
    message: 'withdraw',
  },
  // United Kingdom and Ireland
  {
    who: 'said yes on the phone to a job in Leeds',
    place: 'uk',
    yes: 'said',
    situation: 'another-offer',
    when: { days: 12, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'emailed a yes to a job in Belfast',
    place: 'uk',
    yes: 'emailed',
    situation: 'staying-put',
    when: { days: 6, told: 'late' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed with eight weeks of notice',
    place: 'uk',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['notice'],
    when: { days: 30, told: 'late', notice: { count: 8, unit: 'weeks' } },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'is a nurse with a signed offer',
    place: 'uk',
    yes: 'signed',
    situation: 'not-the-right-match',
    job: 'licensed',
    when: { days: 40, told: 'by' },
    way: 'notice',
    message: 'notice',
    beside: ['licensed'],
  },
  {
    who: 'is a teacher with a school contract and a fixed term',
    place: 'uk',
    yes: 'signed',
    situation: 'family-health-move',
    job: 'licensed',
    papers: ['fixed-term'],
    when: { days: 60, told: 'ask' },
    way: 'release',
    message: 'release',
    beside: ['licensed'],
  },
  {
    who: 'was brought in by an agency that threatens a fee',
    place: 'uk',
    yes: 'emailed',
    situation: 'another-offer',
    papers: ['agency'],
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
    beside: ['agency'],
  },
  {
    who: 'has worked for three days',
    place: 'uk',
    yes: 'signed',
    situation: 'already-started',
    way: 'notice',
    message: 'resign',
  },
  {
    who: 'said yes in Dublin',
    place: 'ie',
    yes: 'said',
    situation: 'any-reason',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed in Cork',
    place: 'ie',
    yes: 'signed',
    situation: 'another-offer',
    when: { days: 5, told: 'late' },
    way: 'notice',
    message: 'notice',
  },
  // Germany, Austria, Switzerland
  {
    who: 'emailed a yes to a firm in Berlin and signed nothing',
    place: 'de',
    yes: 'emailed',
    situation: 'another-offer',
    when: { days: 60, told: 'by' },
    way: 'paper',
    message: 'notice',
  },
  {
    who: 'said yes on a call with Munich',
    place: 'de',
    yes: 'said',
    situation: 'staying-put',
    when: { days: 45, told: 'by' },
    way: 'paper',
    message: 'notice',
  },
  {
    who: 'signed an open-ended contract in Hamburg',
    place: 'de',
    yes: 'signed',
    situation: 'not-the-right-match',
    when: { days: 20, told: 'late' },
    way: 'paper',
    message: 'notice',
  },
  {
    who: 'signed for one year in Cologne',
    place: 'de',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['fixed-term'],
    when: { days: 60, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'signed a penalty for not starting',
    place: 'de',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['no-show'],
    when: { days: 60, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'started last week in Leipzig',
    place: 'de',
    yes: 'signed',
    situation: 'already-started',
    way: 'paper',
    message: 'resign',
  },
  {
    who: 'is a nurse in Bremen',
    place: 'de',
    yes: 'signed',
    situation: 'family-health-move',
    job: 'licensed',
    when: { days: 60, told: 'by' },
    way: 'paper',
    message: 'notice',
    beside: ['licensed'],
  },
  {
    who: 'signed in Vienna without a trial month',
    place: 'at',
    yes: 'signed',
    situation: 'another-offer',
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'signed in Graz with a trial month',
    place: 'at',
    yes: 'signed',
    situation: 'another-offer',
    trial: true,
    when: { days: 5, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'said yes to a concrete offer in Zurich',
    place: 'ch',
    yes: 'said',
    situation: 'counteroffer-accepted',
    when: { days: 20, told: 'fromStart' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed in Bern and does not want to turn up',
    place: 'ch',
    yes: 'signed',
    situation: 'not-the-right-match',
    when: { days: 20, told: 'fromStart' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed for six months in Basel',
    place: 'ch',
    yes: 'signed',
    situation: 'family-health-move',
    papers: ['fixed-term'],
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  // Netherlands, France
  {
    who: 'signed in Utrecht with a proeftijd',
    place: 'nl',
    yes: 'signed',
    situation: 'another-offer',
    trial: true,
    when: { days: 10, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed for a year in Delft with a proeftijd',
    place: 'nl',
    yes: 'signed',
    situation: 'another-offer',
    trial: true,
    papers: ['fixed-term'],
    when: { days: 30, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed for a year in Delft without one',
    place: 'nl',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['fixed-term'],
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'emailed a yes to Lyon',
    place: 'fr',
    yes: 'emailed',
    situation: 'another-offer',
    when: { days: 20, told: 'ask' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'signed a CDI in Paris',
    place: 'fr',
    yes: 'signed',
    situation: 'staying-put',
    when: { days: 20, told: 'ask' },
    way: 'advice',
    message: 'advice',
  },
  // Canada, Australia, New Zealand
  {
    who: 'said yes in Toronto',
    place: 'ca-on',
    yes: 'said',
    situation: 'another-offer',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed in Ottawa, with a bonus',
    place: 'ca-on',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['bonus'],
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
    beside: ['bonus'],
  },
  {
    who: 'signed an open-ended contract in Montreal',
    place: 'ca-qc',
    yes: 'signed',
    situation: 'not-the-right-match',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed for a season in Quebec City',
    place: 'ca-qc',
    yes: 'signed',
    situation: 'any-reason',
    papers: ['fixed-term'],
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'said yes in Sydney',
    place: 'au',
    yes: 'said',
    situation: 'family-health-move',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed in Perth, with training to be paid back',
    place: 'au',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['training'],
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
    beside: ['training'],
  },
  {
    who: 'signed in Auckland',
    place: 'nz',
    yes: 'signed',
    situation: 'another-offer',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed a fixed term in Wellington',
    place: 'nz',
    yes: 'signed',
    situation: 'staying-put',
    papers: ['fixed-term'],
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  // India, Singapore, elsewhere
  {
    who: 'emailed a yes to Pune',
    place: 'in',
    yes: 'emailed',
    situation: 'another-offer',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed a training bond in Chennai',
    place: 'in',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['training'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'said yes in Singapore',
    place: 'sg',
    yes: 'said',
    situation: 'another-offer',
    when: { days: 20, told: 'by' },
    way: 'notice',
    message: 'notice',
  },
  {
    who: 'signed a no-show clause in Singapore',
    place: 'sg',
    yes: 'signed',
    situation: 'another-offer',
    papers: ['no-show'],
    when: { days: 20, told: 'by' },
    way: 'advice',
    message: 'advice',
  },
  {
    who: 'signed in Spain',
    place: 'other',
    yes: 'signed',
    situation: 'another-offer',
    when: { days: 20, told: 'ask' },
    way: 'release',
    message: 'release',
  },
  {
    who: 'is a driver who emailed a yes to Poland',
    place: 'other',
    yes: 'emailed',
    situation: 'family-health-move',
    job: 'licensed',
    when: { days: 30, told: 'ask' },
    way: 'release',
    message: 'release',
    beside: ['licensed'],
  },
];

/** Early on a Wednesday without a holiday in any of the places. */
const NOW = { day: '2026-12-02', time: '10:00' };

/** What "Tell them by" asks of the reader. */
function questionOf(
  { place, job = 'ordinary', trial = false, papers = [] }: ReaderCase,
  { days, notice }: NonNullable<ReaderCase['when']>,
): TellByQuestion {
  const has = (clause: Clause) => papers.includes(clause);
  const asked = { place, region: undefined, agency: has('agency'), visa: has('visa') };
  const start = addDays(NOW.day, days);
  if (job === 'match') return { ...asked, job };
  if (job === 'texasTeacher') return { ...asked, job, start };
  return { ...asked, job, start, notice, fixed: has('fixed-term'), trial };
}

const catalog = catalogOf(writtenMessages(), PLACES, CLAUSE_RULES);

describe('a reader who', () => {
  it.each(CASES)('$who ($place) is told what a careful adviser would say', (reader) => {
    const { place, yes, situation, job = 'ordinary', trial = false, papers = [] } = reader;
    const commitment = {
      ...{ accepted: yes, trial, job },
      clauses: Object.fromEntries(papers.map((clause) => [clause, 'yes' as const])),
    };
    const { act, steps } = weigh(commitment, lawIn(place));
    const way = wayOut(act, { paper: placeOf(place).paper !== undefined, job });
    expect({ way, beside: steps.map(({ about }) => about) }).toEqual({
      way: reader.way,
      beside: reader.beside ?? [],
    });

    const channel = way === 'paper' || way === 'board' ? 'letter' : 'email';
    const fields = { country: place, accepted: yes, job, situation, channel, act };
    const ticked = { trial: trial ? 'yes' : '', fixed: papers.includes('fixed-term') ? 'yes' : '' };
    const draft = draftOf({ ...fields, ...ticked }, catalog);
    expect(draft.message).toBe(reader.message);
    expect(draft.letter !== undefined).toBe(way === 'paper');
  });

  it.each(CASES.filter(({ when }) => when))('$who ($place) is told by when', (reader) => {
    const { when, yes, job = 'ordinary', trial = false, papers = [] } = reader;
    if (!when) return;
    const question = questionOf(reader, when);
    const outcome = tellBy(question, NOW, law, offFor(question));
    expect(outcome.kind).toBe(when.told);
    // It asks for less than the checklist does, and never comes to more than that.
    const clauses = Object.fromEntries(papers.map((clause) => [clause, 'yes' as const]));
    const { act } = weigh({ accepted: yes, trial, job, clauses }, lawIn(reader.place));
    expect(ACTS.indexOf(outcome.act)).toBeLessThanOrEqual(ACTS.indexOf(act));
  });
});
