import { quantile } from '../quantile.ts';
import type { Measurement } from './measure.ts';

/** Builds of both, one right after the other. */
export interface Pair {
  readonly site: Measurement;
  /** Left out where the blog has nothing to compare. */
  readonly blog?: Measurement;
}

/** One line of the table: how both were built with so many articles, as often as they were. */
export interface Row {
  readonly articles: number;
  readonly build: string;
  readonly pairs: readonly Pair[];
}

const HEAD = [
  'Articles',
  'Build',
  'This site, s',
  'ms an article',
  'Memory, MB',
  'Template, s',
  'ms an article',
  'Memory, MB',
  'Time, ratio',
  'Processor time, ratio',
];

/**
 * The rows as a Markdown table of medians. A ratio is this site's figure over that of the template, of
 * each pair: a machine that is slower for a while is so for both.
 */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ articles, build, pairs }) => {
    const blogs = pairs.flatMap(({ blog }) => blog ?? []);
    const ratio = (of: (measured: Measurement) => number) =>
      median(pairs.flatMap(({ site, blog }) => (blog ? of(site) / of(blog) : []))).toFixed(2);
    return [
      articles.toLocaleString('en-US'),
      build,
      ...cells(
        pairs.map(({ site }) => site),
        articles,
      ),
      ...(blogs.length > 0
        ? [
            ...cells(blogs, articles),
            ratio(({ seconds }) => seconds),
            ratio(({ processorSeconds }) => processorSeconds),
          ]
        : ['', '', '', '', '']),
    ];
  });
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rule = HEAD.map((name) => (name === 'Build' ? '---' : '---:'));
  return [HEAD, rule, ...lines].map(line).join('\n');
}

function cells(builds: readonly Measurement[], articles: number): string[] {
  const seconds = median(builds.map((build) => build.seconds));
  return [
    seconds.toFixed(1),
    ((seconds * 1000) / articles).toFixed(1),
    Math.round(Math.max(...builds.map(({ megabytes }) => megabytes))).toLocaleString('en-US'),
  ];
}

const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
