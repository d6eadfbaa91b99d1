import { z } from 'zod';

/** The categories that count, in the order of Lighthouse's own report. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const category = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});

/** Each kind of audit has details of its own. Only those that name elements are read. */
const failingElements = z
  .object({ items: z.array(z.object({ node: z.object({ selector: z.string() }).optional() })) })
  .optional()
  .catch(undefined);

/** What we read of Lighthouse's report (https://github.com/GoogleChrome/lighthouse, "LHR"). */
const reportSchema = z.object({
  runtimeError: z.object({ code: z.string(), message: z.string() }).optional(),
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
    seo: category,
  }),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      scoreDisplayMode: z.string(),
      numericValue: z.number().optional(),
      displayValue: z.string().optional(),
      explanation: z.string().optional(),
      details: failingElements,
    }),
  ),
});

export type Report = z.output<typeof reportSchema>;

/**
 * Reads Lighthouse's JSON.
 *
 * @throws Error if it is no report, or one of a page that could not be loaded
 */
export function readReport(json: string): Report {
  const report = reportSchema.parse(JSON.parse(json));
  if (report.runtimeError) {
    throw new Error(`Lighthouse could not load the page: ${report.runtimeError.message}`);
  }
  return report;
}

/** Scores of a report from 0 to 100, in the order of `CATEGORIES`. */
export function scores({ categories }: Report): number[] {
  return CATEGORIES.map((name) => Math.round(categories[name].score * 100));
}

const METRICS = [
  { id: 'first-contentful-paint', show: (value: number) => `${(value / 1000).toFixed(2)} s` },
  { id: 'largest-contentful-paint', show: (value: number) => `${(value / 1000).toFixed(2)} s` },
  { id: 'total-blocking-time', show: (value: number) => `${Math.round(value)} ms` },
  { id: 'cumulative-layout-shift', show: (value: number) => value.toFixed(3) },
  { id: 'total-byte-weight', show: (value: number) => value.toLocaleString('en-US') },
] as const;

const HEAD = [
  ...['Page', 'Performance', 'Accessibility', 'Best practices', 'SEO'],
  ...['FCP', 'LCP', 'TBT', 'CLS', 'Bytes'],
];

/** The run in the middle by performance; of an even number the worse one of the two. */
export function median(reports: readonly Report[]): Report {
  const metric = (report: Report) => report.audits['largest-contentful-paint']?.numericValue ?? 0;
  const sorted = [...reports].sort(
    (a, b) =>
      a.categories.performance.score - b.categories.performance.score || metric(b) - metric(a),
  );
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error('There is no report.');
  return middle;
}

/** A Markdown table with a line for each page. */
export function table(pages: readonly { name: string; report: Report }[]): string {
  const lines = pages.map(({ name, report }) => [
    name,
    ...scores(report).map(String),
    ...METRICS.map(({ id, show }) => {
      const value = report.audits[id]?.numericValue;
      return value === undefined ? '' : show(value);
    }),
  ]);
  const rule = HEAD.map((_, index) => (index === 0 ? '---' : '---:'));
  return [HEAD, rule, ...lines].map((texts) => `| ${texts.join(' | ')} |`).join('\n');
}

/** How many elements of an audit are named; one that fails on all of them would fill the screen. */
const SHOWN_ELEMENTS = 3;

/** A line for each audit with less than its best score, those that move a score first. */
export function imperfections({ audits, categories }: Report): string[] {
  return Object.entries(audits)
    .filter(([, { score }]) => score !== null && score < 1)
    .map(([id, { title, score, displayValue, explanation, details }]) => {
      const counts = CATEGORIES.filter((name) =>
        categories[name].auditRefs.some((audit) => audit.id === id && audit.weight > 0),
      );
      const part = counts.length > 0 ? `counts for ${counts.join(' and ')}` : 'does not count';
      const elements = details?.items.flatMap(({ node }) => node?.selector ?? []) ?? [];
      const more = [displayValue, explanation, elements.slice(0, SHOWN_ELEMENTS).join(', ')];
      const text = `${id} ${score} (${part}): ${[title.replace(/\.$/, ''), ...more].filter(Boolean).join('; ')}`;
      return { counts: counts.length, text };
    })
    .sort((a, b) => b.counts - a.counts)
    .map(({ text }) => text);
}
