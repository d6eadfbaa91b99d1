import { describe, expect, it } from 'vitest';
import { chartSchema } from '../../../src/charts/schema.ts';
import { mistakesIn } from '../site/mistakes.ts';

const told = { title: 'More backed out', description: 'It rose, then it fell.' };
const point = { when: '2019', label: '2019', figure: 'backed-out-2019' };
const series = {
  ...told,
  kind: 'series',
  points: [point, { ...point, when: '2022-06', label: 'Jun 2022' }],
};
const bar = { label: 'A better offer', figure: 'better-offer' };
const bars = { ...told, kind: 'bars', groups: [{ bars: [bar] }] };
const link = { label: 'Weigh your options', to: '/plan/decide/' };
const words = {
  ...{ owed: '{notice}', fromStart: '{notice}', trial: '{notice}', advised: '{notice}' },
  ...{ none: 'None', noneInTrial: 'None', noTrial: 'No number', open: 'No number' },
  scale: 'To {days} days.',
};
const spans = { ...told, kind: 'spans', words, more: link };
const step = { title: 'You sign', text: 'The paper says how it ends.' };
const timeline = { ...told, kind: 'timeline', steps: [{ ...step, link }, step] };
const exit = { answer: 'No', verdict: 'Not today.', link };
const question = { ask: 'Are you sure?', exits: [exit], on: 'Yes' };
const last = { ask: 'Is it soon?', exits: [exit, { ...exit, answer: 'Yes' }] };
const decision = { ...told, kind: 'decision', questions: [question, last] };

describe('chartSchema', () => {
  it.each([
    { chart: series },
    { chart: bars },
    { chart: spans },
    { chart: timeline },
    { chart: decision },
  ])('takes $chart.kind, with a note and without', ({ chart }) => {
    expect(chartSchema.parse(chart)).toEqual(chart);
    expect(mistakesIn(chartSchema, { ...chart, note: 'Read the direction.' })).toEqual([]);
  });

  it.each([
    [
      'another kind',
      { ...series, kind: 'pie' },
      'kind: Found: "pie". Allowed: "series", "bars", "spans", "timeline", "decision".',
    ],
    ['no title', { ...bars, title: '' }, /^title: .* Allowed: at least 1 character\.$/],
    [
      'a year that YAML reads as a number',
      { ...series, points: [point, { ...point, when: 2020 }] },
      /^points\.1\.when: Found: 2020\. /,
    ],
    [
      'a month in words',
      { ...series, points: [point, { ...point, when: 'June 2022' }] },
      'points.1.when: Found: "June 2022". Allowed: a year or month as "YYYY" or "YYYY-MM".',
    ],
    [
      'a month that there is not',
      { ...series, points: [point, { ...point, when: '2022-13' }] },
      /^points\.1\.when: Found: "2022-13"/,
    ],
    [
      'a point that is earlier than the one before',
      { ...series, points: [point, { ...point, when: '2018-12' }] },
      /^points: Found: a point that is earlier than the one above it\. Allowed: /,
    ],
    [
      'a single point',
      { ...series, points: [point] },
      /^points: .* Allowed: at least 2 entries\.$/,
    ],
    [
      'a value of its own',
      { ...bars, groups: [{ bars: [{ ...bar, value: 44 }] }] },
      'groups.0.bars.0.value: Found: "value". Allowed: label, shown, figure.',
    ],
    [
      'a bar without a figure',
      { ...bars, groups: [{ bars: [{ label: 'A better offer' }] }] },
      /^groups\.0\.bars\.0\.figure: Found: nothing\./,
    ],
    [
      'a way to show a value that has no place for it',
      { ...bars, groups: [{ bars: [{ ...bar, shown: 'about {number}' }] }] },
      'groups.0.bars.0.shown: Found: {number}. Allowed: {value}.',
    ],
    [
      'a group that is not named among others',
      { ...bars, groups: [{ label: 'In the US', bars: [bar] }, { bars: [bar] }] },
      'groups: Found: a group without a label. Allowed: a label for each group where there are several.',
    ],
    [
      'a link without a path',
      { ...timeline, steps: [step, { ...step, link: { ...link, to: 'plan' } }] },
      'steps.1.link.to: Found: "plan". Allowed: a path of this site, such as "/plan/decide/".',
    ],
    [
      'a link to another site',
      { ...timeline, steps: [step, { ...step, link: { ...link, to: '//example.com' } }] },
      /^steps\.1\.link\.to: Found: "\/\/example\.com"\./,
    ],
    [
      'a question that leads nowhere',
      { ...decision, questions: [{ ask: 'Are you sure?', exits: [exit] }, last] },
      'questions.0.on: Found: nothing. Allowed: the answer that goes on to the next question.',
    ],
    [
      'a last question that goes on',
      { ...decision, questions: [question, question] },
      'questions.1.on: Found: an answer that goes on from the last question. Allowed: exits only.',
    ],
    [
      'an exit without a link',
      {
        ...decision,
        questions: [{ ...question, exits: [{ answer: 'No', verdict: 'No.' }] }, last],
      },
      /^questions\.0\.exits\.0\.link: Found: nothing\./,
    ],
  ])('refuses %s', (_, chart, sentence) => {
    expect(mistakesIn(chartSchema, chart)).toEqual([expect.stringMatching(sentence)]);
  });
});
