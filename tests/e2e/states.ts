import type { Page } from '@playwright/test';
import { at, type BuiltPage, everyPage } from './built-site.ts';
import { weigh } from './journeys/plan/decision.ts';
import { openTool, unfold } from './journeys/plan/tools.ts';

/** A page as a reader meets it: as it comes, or after they did something. */
export interface State {
  /** The path of the page, and what was done. */
  readonly name: string;
  /** Loads the page anew and brings it there. */
  readonly open: (page: Page) => Promise<void>;
}

/** A link to a result of the quiz whose types are close, so that most is said. */
const RESULT = at('/quiz/#q1-0q02gd4k0301go');

async function openResult(page: Page): Promise<void> {
  // The same address with a fragment would not be loaded again.
  await page.goto('about:blank');
  await page.goto(RESULT);
  await page.locator('occupation-list li').first().waitFor();
}

async function chooseJob(page: Page, name: string, title: string): Promise<void> {
  await page.getByRole('combobox', { name }).fill(title);
  await page.getByRole('listbox').getByRole('option').first().click();
}

/** A day about a year from now, as a field for days takes it. */
function nextYear(): string {
  return new Date(Date.now() + 360 * 86_400_000).toISOString().slice(0, 10);
}

/** All of `pages`, as they come. */
function pagesAsTheyCome(pages: readonly BuiltPage[]): State[] {
  return pages.map(({ path }) => ({
    name: path,
    open: async (page: Page) => {
      await page.goto(path);
    },
  }));
}

/** All of `pages`, and those states of pages that look like pages of their own. */
export function everyState(pages: readonly BuiltPage[] = everyPage()): State[] {
  return [...pagesAsTheyCome(pages), ...statesAfterSteps()];
}

/** What pages become when a reader does something, where it looks like a page of its own. */
export function statesAfterSteps(): State[] {
  return [
    { name: `${at('/quiz/')}, a result`, open: openResult },
    {
      name: `${at('/quiz/')}, no type stands out`,
      open: async (page) => {
        await page.goto('about:blank');
        await page.goto(at('/quiz/#q1-033w3r024m020n'));
        await page.getByRole('heading', { name: 'No type stands out', exact: true }).waitFor();
      },
    },
    {
      name: `${at('/quiz/')}, two jobs compared`,
      open: async (page) => {
        await openResult(page);
        await chooseJob(page, 'Title of the job you accepted', 'career technical education');
        await page.getByRole('button', { name: 'Compare a second job' }).click();
        await chooseJob(page, 'Title of the other job', 'nurse');
        await page.locator('job-comparison [data-count="2"]').waitFor();
      },
    },
    {
      name: `${at('/quiz/')}, titles suggested`,
      open: async (page) => {
        await openResult(page);
        const field = page.getByRole('combobox', { name: 'Title of the job you accepted' });
        await field.fill('teacher');
        await field.press('ArrowDown');
        await page.getByRole('listbox').getByRole('option').first().waitFor();
      },
    },
    {
      name: `${at('/newsletter/')}, another address suggested`,
      open: async (page) => {
        await page.goto(at('/newsletter/'));
        await page.getByRole('textbox', { name: 'Your email address' }).fill('ana@gmial.com');
        await page.getByRole('button', { name: 'Join the list' }).click();
        await page.getByRole('button', { name: 'Yes, use' }).waitFor();
      },
    },
    {
      name: `${at('/newsletter/')}, a mistake told in place`,
      open: async (page) => {
        await page.goto(at('/newsletter/'));
        await page.getByRole('button', { name: 'Join the list' }).click();
        await page.locator('[aria-invalid]').waitFor();
      },
    },
    {
      name: `${at('/plan/say-it/')}, a letter with a novel in it`,
      open: async (page) => {
        await openTool(page, 'say-it');
        await page.getByRole('radio', { name: 'Letter' }).check();
        await page.locator('say-it details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        await page.getByRole('textbox', { name: 'Job title' }).fill('Analyst '.repeat(60));
        await page.getByRole('combobox', { name: 'Where the job is' }).selectOption('Germany');
        await page.getByRole('button', { name: 'Copy message' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/signed/')}, an outcome with an estimate`,
      open: async (page) => {
        await openTool(page, 'signed');
        await page.getByLabel('Where is the job?').selectOption('United States');
        await page.getByRole('radio', { name: 'I signed something' }).check();
        await page
          .getByRole('group', { name: 'signing bonus' })
          .getByRole('radio', { name: 'Yes' })
          .check();
        await page.getByRole('button', { name: 'Not sure about the rest' }).click();
        await page.getByRole('checkbox', { name: 'Work out what I would pay back' }).check();
        await page.getByLabel('Sum promised, before tax').fill('20,000');
        await page.getByRole('radio', { name: 'The gross sum' }).check();
        await page.getByRole('radio', { name: 'All of it' }).check();
        await page.getByLabel('Whole months worked').fill('0');
        await page.getByRole('button', { name: 'Show what to do' }).click();
        await page.getByText('Other law, and tax').first().waitFor();
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/signed/')}, a notice that only counts on paper`,
      open: async (page) => {
        await openTool(page, 'signed');
        await page.getByLabel('Where is the job?').selectOption('Germany');
        await page
          .getByLabel('What kind of job is it?')
          .selectOption('A licensed job, or a school contract');
        await page.getByRole('radio', { name: 'I wrote it, in an email or a message' }).check();
        await page.getByRole('button', { name: 'No to the rest' }).click();
        await page.getByRole('button', { name: 'Show what to do' }).click();
        await page.getByRole('link', { name: 'Write the letter' }).waitFor();
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/say-it/')}, whom to ask first`,
      open: async (page) => {
        await page.goto('about:blank');
        await page.goto(at('/plan/say-it/#say-it?country=uk&accepted=signed&job=licensed'));
        await page.locator('say-it [data-part=ask]:not([hidden])').waitFor();
      },
    },
    {
      name: `${at('/plan/signed/')}, mistakes`,
      open: async (page) => {
        await openTool(page, 'signed');
        await page.getByRole('checkbox', { name: 'Work out what I would pay back' }).check();
        await page.getByLabel('Sum promised, before tax').fill('a lot');
        await page.getByRole('button', { name: 'Show what to do' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/tell-by/')}, an outcome`,
      open: async (page) => {
        await openTool(page, 'tell-by');
        await page.getByLabel('Where is the job?').selectOption('Germany');
        await page.getByLabel('First day of work').fill(nextYear());
        await page.getByRole('radio', { name: 'It says nothing' }).check();
        await page.getByRole('button', { name: 'Find the day' }).click();
        await page.getByRole('heading', { name: 'Whom to tell, in this order' }).waitFor();
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/tell-by/')}, mistakes`,
      open: async (page) => {
        await openTool(page, 'tell-by');
        await page.getByRole('radio', { name: 'It gives a number' }).check();
        await page.getByRole('button', { name: 'Find the day' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/decide/')}, an outcome`,
      open: async (page) => {
        await openTool(page, 'decide');
        await weigh(page);
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/decide/')}, nothing chosen`,
      open: async (page) => {
        await openTool(page, 'decide');
        await page.getByRole('button', { name: 'See what tips it' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/after/')}, some of it done`,
      open: async (page) => {
        await openTool(page, 'after');
        await page.getByRole('checkbox', { name: 'Ask for a reply in writing.' }).check();
        await page.getByText('1 of 19 done').first().waitFor();
      },
    },
    {
      name: `${at('/plan/')}, which worksheets to print`,
      open: async (page) => {
        await page.goto('about:blank');
        await page.goto(at('/plan/'));
        await page.getByRole('button', { name: 'Print', exact: true }).click();
        await page.getByRole('group', { name: 'Which worksheets do you want?' }).waitFor();
      },
    },
    {
      name: `${at('/plan/')}, a plan that came with a link`,
      open: async (page) => {
        await page.goto('about:blank');
        await page.goto(at('/plan/#plan1?say-it.role=Data+Analyst'));
        await page.locator('say-it[data-touched]').waitFor();
      },
    },
    {
      name: `${at('/search/')}, results`,
      open: async (page) => {
        await page.goto(at('/search/?q=signed+contract'));
        await page.locator('site-search [data-part=results] li').first().waitFor();
      },
    },
    {
      name: `${at('/search/')}, nothing found`,
      open: async (page) => {
        await page.goto(at('/search/?q=xylophone'));
        await page.locator('site-search [data-part=nothing]:not([hidden])').waitFor();
      },
    },
    {
      name: `${at('/quiz/')}, an answer missing`,
      open: async (page) => {
        await page.goto(at('/quiz/'));
        await page.getByRole('button', { name: 'Next' }).click();
      },
    },
  ];
}
