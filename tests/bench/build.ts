/**
 * How long this site takes to build, beside a blog like that of Astro's own template, on the same
 * generated articles: `npm run bench:build -- --counts 10,100,1000 --repeat 1`.
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copySite } from '../site-copy.ts';
import { generateArticles } from './build/articles.ts';
import { type Measurement, measureBuild } from './build/measure.ts';
import {
  blogProject,
  type Caches,
  clearCaches,
  knownIds,
  type Project,
  siteProject,
} from './build/projects.ts';
import { type Pair, type Row, table } from './build/table.ts';

const NOTES = `
First: nothing is cached, so each social picture is drawn and the fonts are cut. Cold: these are
kept, and nothing else. Unchanged: the same build once more. The template is a blog written after
the description of Astro's own, without its sitemap, demo pictures and font, and it draws nothing.
Both show the same articles, half of them Markdown and half MDX. Seconds and ratios are
medians, a ratio that of two builds in a row; memory is the most that one build took.`;

function wholeNumbers(option: string, value: string): number[] {
  const numbers = value.split(',').map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new Error(
    `--${option} is "${value}". Allowed: whole numbers from 1, such as --counts 10,100 --repeat 3.`,
  );
}

/** Builds both sites with `count` articles, in turn, so that both meet the same machine. */
async function compare(
  { site, blog }: { site: Project; blog: Project },
  { count, repeat, stop }: { count: number; repeat: number; stop: AbortSignal },
) {
  const articles = generateArticles(count, await knownIds());
  await site.setArticles(articles);
  await blog.setArticles(articles);
  const build = async (project: Project, caches: Caches): Promise<Measurement> => {
    await clearCaches(project, caches);
    return measureBuild(project.folder, project.env, stop);
  };
  const drawn = await build(site, 'none');
  const cold: Pair[] = [];
  const unchanged: Pair[] = [];
  for (let run = 0; run < repeat; run++) {
    cold.push({ site: await build(site, 'drawings'), blog: await build(blog, 'none') });
    unchanged.push({ site: await build(site, 'all'), blog: await build(blog, 'all') });
  }
  return [
    { articles: count, build: 'first, all drawn', pairs: [{ site: drawn }] },
    { articles: count, build: 'cold', pairs: cold },
    { articles: count, build: 'unchanged', pairs: unchanged },
  ] satisfies Row[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      counts: { type: 'string', default: '10,100,1000' },
      repeat: { type: 'string', default: '1' },
    },
  });
  const counts = wholeNumbers('counts', values.counts);
  const [repeat = 1] = wholeNumbers('repeat', values.repeat);
  // The project is copied from where we are.
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  // A run that is stopped ends by an error, so that its folders go.
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => stopping.abort(new Error('Stopped.')));
  }
  await using siteCopy = await copySite();
  await using blogCopy = await copySite();
  const projects = { site: siteProject(siteCopy), blog: await blogProject(blogCopy) };
  const rows: Row[] = [];
  for (const count of counts) {
    console.error(`Building with ${count} articles …`);
    rows.push(...(await compare(projects, { count, repeat, stop: stopping.signal })));
  }
  const processors = cpus();
  const [{ model } = { model: 'unknown' }] = processors;
  console.log(`Node ${process.versions.node}, ${processors.length} processors (${model})\n`);
  console.log(table(rows));
  console.log(NOTES);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
