import type { Page, ViewportSize } from '@playwright/test';
import { everyPage, isArticle, readBuilt } from '../built-site.ts';
import { Findings } from '../findings.ts';
import { focusEach, tabThrough } from '../focus-walk.ts';
import { axeViolations, installAxe } from '../inspections/axe.ts';
import { faint } from '../inspections/contrast.ts';
import { madeUpFaces } from '../inspections/faces.ts';
import { firstLoad } from '../inspections/first-load.ts';
import { LARGE_TEXT, outOfProportion } from '../inspections/large-text.ts';
import { moving } from '../inspections/motion.ts';
import { overflow } from '../inspections/overflow.ts';
import { listenForBreaches, useAll } from '../inspections/policy.ts';
import { skipToText } from '../inspections/skip-link.ts';
import { smallTargets } from '../inspections/targets.ts';
import { onePageOfEachKind } from '../kinds-of-pages.ts';
import { statesAfterSteps } from '../states.ts';
import { expect, test } from '../test.ts';
import {
  FORCED_COLORS,
  look,
  PHONE,
  UNLIKE_THE_FIRST,
  VIEWS,
  type View,
  WIDTHS,
} from '../views.ts';

/** WCAG 2.2, 1.4.12: what a reader may set, and nothing may be lost. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** The narrowest phone and 400% zoom (1.4.10), 200% zoom (1.4.4), the least with columns, and a wide screen. */
const NARROWEST = { width: 320, height: 256 };
const WINDOWS = [
  NARROWEST,
  { width: 640, height: 360 },
  { width: 900, height: 720 },
  { width: 1280, height: 720 },
];

/**
 * A phone, and the widest window below the first breakpoint: a browser that writes twice as large
 * counts breakpoints in that size too, which a sheet cannot do, so a window of 1279 px is as narrow.
 */
const LARGE_TEXT_PHONE = { width: 390, height: 844 };
const LARGE_TEXT_WINDOWS = [LARGE_TEXT_PHONE, { width: 639, height: 720 }];

/** A source that a citation has led to stands out on a background of its own. */
async function followCitation(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const source = document.querySelector('.sources li[id]');
    if (source) location.hash = source.id;
  });
}

/** The policy blocks style elements that it does not know, not sheets made by a reader's tool. */
async function setStyles(tab: Page, css: string): Promise<void> {
  await tab.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}

/** How much of an open page is looked at. */
interface Looks {
  /** What axe and the keyboard are asked for: what stands around it the page shows as it comes. */
  readonly within?: string;
  /** By the names of views: what axe is asked for as the page comes, and with all unfolded. */
  readonly asItComes?: string;
  readonly unfolded?: string;
  /** Where axe measures contrast too, which `faint` does in every view: by the name of a view. */
  readonly contrast?: string;
  /** Where colors, and how the focus shows, are looked at. */
  readonly views: readonly View[];
  /** Where targets, faces and movement are, which colors have no part in. */
  readonly widths: readonly View[];
  /** Where Tab is pressed from stop to stop: it takes the same way in every view. */
  readonly tab?: View;
  readonly largeText: readonly ViewportSize[];
  /** Where text is spaced: what fits so, fits without. */
  readonly windows: readonly ViewportSize[];
}

/** Everything, for a page of each kind. */
const KIND: Looks = {
  asItComes: 'phone, light',
  unfolded: 'wide, dark',
  contrast: 'wide, dark',
  views: [...VIEWS, ...FORCED_COLORS],
  widths: WIDTHS,
  tab: PHONE,
  largeText: LARGE_TEXT_WINDOWS,
  windows: WINDOWS,
};

/** What a reader's steps bring up: axe knows most of it from the page. */
const STEPS: Looks = {
  asItComes: 'phone, light',
  views: [PHONE, ...UNLIKE_THE_FIRST],
  widths: [PHONE, ...UNLIKE_THE_FIRST.slice(0, 1)],
  tab: PHONE,
  largeText: [LARGE_TEXT_PHONE],
  windows: WINDOWS,
};

/** A page all of whose elements another page has: it differs in its words, so where these are tightest. */
const WORDS: Looks = {
  unfolded: 'phone, light',
  views: [PHONE],
  widths: [PHONE],
  largeText: [LARGE_TEXT_PHONE],
  windows: [NARROWEST],
};

/** All that looks at the open page and changes nothing in it but what is folded. */
async function inspect(tab: Page, findings: Findings, looks: Looks): Promise<void> {
  await installAxe(tab);
  await followCitation(tab);
  for (const view of looks.views) {
    await look(tab, view);
    const leftOut = view.name === looks.contrast ? [] : ['color-contrast-enhanced'];
    if (view.name === looks.asItComes) {
      findings.add(view.name, await axeViolations(tab, leftOut, looks.within));
    }
    await tab.evaluate(() => probe.unfold());
    // Targets are measured below, by more than this rule asks for.
    if (view.name === looks.unfolded) {
      findings.add(view.name, await axeViolations(tab, [...leftOut, 'target-size'], looks.within));
    }
    findings.add(view.name, await faint(tab));
    if (looks.widths.includes(view)) {
      findings.add(view.name, await smallTargets(tab));
      findings.add(view.name, await moving(tab));
      findings.add(view.name, await madeUpFaces(tab));
    }
    // Last, as it may close what was open.
    const walk = view === looks.tab ? tabThrough : focusEach;
    findings.add(view.name, await walk(tab, looks.within));
  }
  await setStyles(tab, LARGE_TEXT);
  for (const size of looks.largeText) {
    await tab.setViewportSize(size);
    await tab.evaluate(() => probe.unfold());
    findings.add(`${size.width} px, large text`, await overflow(tab));
    findings.add(`${size.width} px, large text`, await outOfProportion(tab));
  }
  await setStyles(tab, TEXT_SPACING);
  for (const size of looks.windows) {
    await tab.setViewportSize(size);
    await tab.evaluate(() => probe.unfold());
    findings.add(`${size.width} px, text spacing`, await overflow(tab));
  }
  await setStyles(tab, '');
}

const KINDS = new Set(onePageOfEachKind().map(({ path }) => path));

// One visit for all that is asked of a page, as opening it costs more than a look at it.
for (const page of everyPage()) {
  const { path, file } = page;
  test(`${path} waits for nothing, keeps its policy and can be used however it is looked at`, async ({
    tab,
    server,
  }) => {
    const findings = new Findings();
    const breaches = listenForBreaches(tab, server, file === '404.html' ? 404 : 200);
    await tab.goto(path);
    findings.add('as it comes', await firstLoad(tab, isArticle(page)));
    // A page that says what went wrong puts the focus there, and starts there.
    if (!/ autofocus[ >]/.test(readBuilt(file))) await skipToText(tab);
    await inspect(tab, findings, KINDS.has(path) ? KIND : WORDS);
    await useAll(tab);
    findings.add('used', breaches);
    expect(findings.lines).toEqual([]);
  });
}

for (const { name, open, within = 'main' } of statesAfterSteps()) {
  test(`${name} can be read and used however it is looked at`, async ({ tab }) => {
    const findings = new Findings();
    await open(tab);
    await inspect(tab, findings, { ...STEPS, within });
    expect(findings.lines).toEqual([]);
  });
}
