import { type Form, form } from '../../forms/form.ts';
import type { FormAnswers } from '../../forms/form-answers.ts';
import { addMonths } from '../../site/civil-day.ts';
import { JOBS } from '../places/commitment.ts';
import { isElsewhere, ofPlace } from '../places/of-place.ts';
import { longest, NOTICE_UNITS } from './notice.ts';
import type { TellByQuestion } from './question.ts';
import type { TellByLaw } from './tell-by-law.ts';

/** A start further off than this many months is taken for a slip. */
const FURTHEST = 24;

/** The name of the field that asks for the region of `place`. */
export function regionField(place: string): `region-${string}` {
  return `region-${place}`;
}

/** No day counts for a place through the Match, and no notice for a teacher under contract in Texas. */
const byNotice = ({ job }: FormAnswers) => job !== 'match' && job !== 'texasTeacher';
const byInstruction = ({ job }: FormAnswers) => job === 'texasTeacher';
const byContract = (answers: FormAnswers) => byNotice(answers) && answers['notice'] === 'contract';

/** The form, on `today` (`YYYY-MM-DD`), for the places of the law. */
export function tellByForm(
  { places }: Pick<TellByLaw, 'places'>,
  today: string,
): Form<TellByQuestion> {
  const ids = Object.keys(places);
  const placeOf = ({ country }: FormAnswers) => ofPlace(places, country);
  /** It matters where it changes the notice: one that ends at once comes before any contract. */
  const byTrial = (answers: FormAnswers) => {
    const { notice, law } = placeOf(answers) ?? {};
    const silent = answers['notice'] !== 'contract' && answers['fixed'] !== 'yes';
    const changes = law?.accepted.trial ?? (silent && notice?.silent.probation);
    return byNotice(answers) && Boolean(changes);
  };
  const day = (name: 'start' | 'instruction', asked: (answers: FormAnswers) => boolean) =>
    ({
      kind: 'day',
      asked,
      missing: `${name}Missing`,
      unreadable: 'startImpossible',
      wrong: {
        [`${name}Past`]: (first: string) => first < today,
        startFar: (first: string) => first > addMonths(today, FURTHEST),
      },
    }) as const;
  return form(
    {
      country: { kind: 'choice', options: ids, missing: 'countryMissing' },
      ...Object.fromEntries(
        ids.map((id) => [
          regionField(id),
          {
            kind: 'choice',
            options: places[id]?.regions ?? [],
            asked: ({ country }: FormAnswers) => country === id,
          } as const,
        ]),
      ),
      job: {
        kind: 'choice',
        options: JOBS,
        chosen: 'ordinary',
        missing: 'jobMissing',
        wrong: { jobElsewhere: (job, answers) => isElsewhere(job, placeOf(answers)?.law.jobs) },
      },
      start: day('start', byNotice),
      // The same control under other words.
      instruction: { ...day('instruction', byInstruction), control: 'start' },
      fixed: { kind: 'tick', asked: byNotice },
      notice: {
        kind: 'choice',
        options: ['contract', 'unknown'],
        look: 'radios',
        asked: byNotice,
        missing: 'noticeMissing',
      },
      noticeCount: {
        kind: 'number',
        asked: byContract,
        missing: 'countMissing',
        unreadable: 'countWhole',
        wrong: {
          countLong: (count, { noticeUnit }) => {
            const unit = NOTICE_UNITS.find((id) => id === noticeUnit);
            return unit && count > longest(unit) && { most: longest(unit) };
          },
        },
      },
      noticeUnit: {
        kind: 'choice',
        options: NOTICE_UNITS,
        asked: byContract,
        missing: 'unitMissing',
      },
      trial: { kind: 'tick', asked: byTrial },
      agency: { kind: 'tick' },
      visa: { kind: 'tick' },
    },
    (values, answers) => {
      const {
        country,
        job,
        agency,
        visa,
        fixed,
        trial,
        noticeCount: count,
        noticeUnit: unit,
      } = values;
      // Each job that there is a day for was asked for it.
      const { start = '', instruction = '' } = values;
      const region = answers[regionField(country)];
      const asked = { place: country, region, agency, visa };
      if (job === 'match') return { ...asked, job };
      if (job === 'texasTeacher') return { ...asked, job, start: instruction };
      const notice = count !== undefined && unit ? { count, unit } : undefined;
      return { ...asked, job, start, notice, fixed, trial };
    },
  );
}
