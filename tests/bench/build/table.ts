import type { Measurement } from './measure.ts';

/** One line of the table: how both were built with so many articles. */
export interface Row {
  readonly articles: number;
  readonly build: string;
  readonly site: Measurement;
  /** Left out where the blog has nothing to compare. */
  readonly blog?: Measurement;
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

/** The rows as a Markdown table. A ratio is this site's figure over that of the template. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ articles, build, site, blog }) => [
    articles.toLocaleString('en-US'),
    build,
    ...cells(site, articles),
    ...(blog
      ? [
          ...cells(blog, articles),
          (site.seconds / blog.seconds).toFixed(2),
          (site.processorSeconds / blog.processorSeconds).toFixed(2),
        ]
      : ['', '', '', '', '']),
  ]);
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rule = HEAD.map((name) => (name === 'Build' ? '---' : '---:'));
  return [HEAD, rule, ...lines].map(line).join('\n');
}

function cells({ seconds, megabytes }: Measurement, articles: number): string[] {
  return [
    seconds.toFixed(1),
    ((seconds * 1000) / articles).toFixed(1),
    Math.round(megabytes).toLocaleString('en-US'),
  ];
}
