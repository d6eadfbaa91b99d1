/**
 * `node tests/mutations/main.ts [pages | code]`: makes each fault of the list and says whether the
 * tests find it. Those in pages are made in a copy of `dist/`, so build first; those in the code are
 * made in place, one at a time, and taken back. Ends with 1 where a fault is not found.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CODE_FAULTS, type Fault, PAGE_FAULTS, type PageFault } from './faults.ts';

/** The part of Playwright's JSON report that is read here. */
interface Suite {
  readonly file?: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** Makes a fault below `root`; returns how to take it back. Throws where its place is gone. */
function make({ name, file, find, replace }: Fault, root: string): () => void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no "${find}" for the fault: ${name}.`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  return () => writeFileSync(path, text);
}

/** Whether a test of `suite` fails as `fault` must make it fail. */
function isFound(suite: Suite, fault: PageFault): boolean {
  const own = (suite.specs ?? []).some(
    ({ file, ok, tests }) =>
      !ok &&
      file.includes(fault.test) &&
      tests.some(({ results }) =>
        results.some(({ errors }) =>
          errors.some(({ message = '' }) => fault.says.test(stripVTControlCharacters(message))),
        ),
      ),
  );
  return own || (suite.suites ?? []).some((inner) => isFound(inner, fault));
}

/** The faults in pages that no test finds, of one run of the tests of those pages. */
function missedInPages(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'second-thoughts-faults-'));
  try {
    cpSync('dist', folder, { recursive: true });
    for (const fault of PAGE_FAULTS) make(fault, folder);
    // Of each page its one test, and those that read all pages.
    const names = PAGE_FAULTS.map(({ file, test }) => {
      const page = `/${file.replace('index.html', '')}`;
      return `${test}\\.spec\\.ts (|.* )${page}(,? |$)`;
    });
    const ofAll = ['form of any page', 'address that the site', 'one main heading'];
    const { stdout } = spawnSync(
      process.execPath,
      [
        ...[resolve('node_modules/@playwright/test/cli.js'), 'test'],
        ...['--config', 'tests/playwright.config.ts', 'every-page', '--reporter=json'],
        ...['-g', [...names, ...ofAll].join('|')],
      ],
      {
        encoding: 'utf8',
        maxBuffer: 1e9,
        env: { ...process.env, DIST_DIR: folder },
      },
    );
    // As Playwright writes it.
    const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Suite;
    return PAGE_FAULTS.filter((fault) => !isFound(report, fault)).map(({ name }) => name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The faults in the code that its tests do not find. */
function missedInCode(): string[] {
  return CODE_FAULTS.filter((fault) => {
    const takeBack = make(fault, '.');
    try {
      const vitest = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--config'];
      const { status } = spawnSync(process.execPath, [
        ...[...vitest, 'tests/vitest.config.ts', fault.test],
      ]);
      return status === 0;
    } finally {
      takeBack();
    }
  }).map(({ name }) => name);
}

const [which = ''] = process.argv.slice(2);
const missed = [
  ...(which === 'code' ? [] : missedInPages()),
  ...(which === 'pages' ? [] : missedInCode()),
];
const made = PAGE_FAULTS.length + CODE_FAULTS.length;
console.log(
  missed.length === 0
    ? `Each fault is found (${which || `all ${made}`}).`
    : `Not found:\n${missed.map((name) => `  ${name}`).join('\n')}`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
