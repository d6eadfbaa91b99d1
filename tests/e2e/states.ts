import type { Page } from '@playwright/test';
import { at, type BuiltPage, everyPage } from './built-site.ts';
import { weigh } from './journeys/plan/decision.ts';
import { openTool, unfold } from './journeys/plan/tools.ts';
import { writtenIn } from './written.ts';

const quizWords = writtenIn('quiz/quiz.yaml');
const newsletterWords = writtenIn('newsletter.yaml');
const sayItWords = writtenIn('plan/say-it.yaml');
const signedWords = writtenIn('plan/signed.yaml');
const clausesWords = writtenIn('plan/clauses.yaml');
const slotsWords = writtenIn('messages/slots.yaml');
const channelsWords = writtenIn('messages/channels.yaml');
const actsWords = writtenIn('plan/acts.yaml');
const tellByWords = writtenIn('plan/tell-by.yaml');
const decideWords = writtenIn('plan/decide.yaml');
const afterWords = writtenIn('plan/after.yaml');
const planWords = writtenIn('plan/plan.yaml');

/** A page as a reader meets it: as it comes, or after they did something. */
export interface State {
  /** The path of the page, and what was done. */
  readonly name: string;
  /** Loads the page anew and brings it there. */
  readonly open: (page: Page) => Promise<void>;
  /** A selector of all that is new then, where that is little of a large page. */
  readonly within?: string;
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
        await page
          .getByRole('heading', { name: quizWords('result.level.title'), exact: true })
          .waitFor();
      },
    },
    {
      name: `${at('/quiz/')}, two jobs compared`,
      open: async (page) => {
        await openResult(page);
        await chooseJob(page, quizWords('comparison.label'), 'career technical education');
        await page.getByRole('button', { name: quizWords('comparison.addOther') }).click();
        await chooseJob(page, quizWords('comparison.otherLabel'), 'nurse');
        await page.locator('job-comparison [data-count="2"]').waitFor();
      },
    },
    {
      name: `${at('/quiz/')}, titles suggested`,
      open: async (page) => {
        await openResult(page);
        const field = page.getByRole('combobox', { name: quizWords('comparison.label') });
        await field.fill('teacher');
        await field.press('ArrowDown');
        await page.getByRole('listbox').getByRole('option').first().waitFor();
      },
    },
    {
      name: `${at('/newsletter/')}, another address suggested`,
      open: async (page) => {
        await page.goto(at('/newsletter/'));
        await page
          .getByRole('textbox', { name: newsletterWords('form.label') })
          .fill('ana@gmial.com');
        await page.getByRole('button', { name: newsletterWords('form.button') }).click();
        await page
          .getByRole('button', { name: newsletterWords('form.take', { address: 'ana@gmail.com' }) })
          .waitFor();
      },
    },
    {
      name: `${at('/newsletter/')}, a mistake told in place`,
      open: async (page) => {
        await page.goto(at('/newsletter/'));
        await page.getByRole('button', { name: newsletterWords('form.button') }).click();
        await page.locator('[aria-invalid]').waitFor();
      },
    },
    {
      name: `${at('/plan/say-it/')}, a letter with a novel in it`,
      open: async (page) => {
        await openTool(page, 'say-it');
        await page.getByRole('radio', { name: channelsWords('letter.title'), exact: true }).check();
        await page.locator('say-it details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        await page
          .getByRole('textbox', { name: slotsWords('role.label') })
          .fill('Analyst '.repeat(60));
        await page
          .getByRole('combobox', { name: sayItWords('fields.country.label') })
          .selectOption('Germany');
        await page.getByRole('button', { name: sayItWords('copy') }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/signed/')}, an outcome with an estimate`,
      open: async (page) => {
        await openTool(page, 'signed');
        await page.getByLabel(signedWords('fields.country.label')).selectOption('United States');
        await page
          .getByRole('radio', { name: sayItWords('fields.accepted.options.signed') })
          .check();
        await page
          .getByRole('group', { name: clausesWords('clauses.3.question') })
          .getByRole('radio', { name: signedWords('clauses.answers.yes') })
          .check();
        await page.getByRole('button', { name: signedWords('clauses.rest.unsure') }).click();
        await page.getByRole('checkbox', { name: signedWords('fields.repay.label') }).check();
        await page.getByLabel(signedWords('fields.gross.label')).fill('20,000');
        await page.getByRole('radio', { name: signedWords('fields.base.options.gross') }).check();
        await page.getByRole('radio', { name: signedWords('fields.share.options.full') }).check();
        await page.getByLabel(signedWords('fields.worked.label')).fill('0');
        await page.getByRole('button', { name: signedWords('submit') }).click();
        await page.getByText(signedWords('outcome.notes')).first().waitFor();
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/signed/')}, a notice that only counts on paper`,
      open: async (page) => {
        await openTool(page, 'signed');
        await page.getByLabel(signedWords('fields.country.label')).selectOption('Germany');
        await page
          .getByLabel(signedWords('fields.job.label'))
          .selectOption(sayItWords('fields.job.options.licensed'));
        await page
          .getByRole('radio', { name: signedWords('fields.accepted.options.emailed') })
          .check();
        await page.getByRole('button', { name: signedWords('clauses.rest.no') }).click();
        await page.getByRole('button', { name: signedWords('submit') }).click();
        await page.getByRole('link', { name: actsWords('paper.next.0.label') }).waitFor();
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
        await page.getByRole('checkbox', { name: signedWords('fields.repay.label') }).check();
        await page.getByLabel(signedWords('fields.gross.label')).fill('a lot');
        await page.getByRole('button', { name: signedWords('submit') }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/tell-by/')}, an outcome`,
      open: async (page) => {
        await openTool(page, 'tell-by');
        await page.getByLabel(signedWords('fields.country.label')).selectOption('Germany');
        await page.getByLabel(tellByWords('fields.start.label')).fill(nextYear());
        await page
          .getByRole('radio', { name: tellByWords('fields.notice.options.unknown') })
          .check();
        await page.getByRole('button', { name: tellByWords('submit') }).click();
        await page.getByRole('heading', { name: tellByWords('who.heading') }).waitFor();
        await unfold(page);
      },
    },
    {
      name: `${at('/plan/tell-by/')}, mistakes`,
      open: async (page) => {
        await openTool(page, 'tell-by');
        await page
          .getByRole('radio', { name: tellByWords('fields.notice.options.contract') })
          .check();
        await page.getByRole('button', { name: tellByWords('submit') }).click();
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
        await page.getByRole('button', { name: decideWords('button') }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: `${at('/plan/after/')}, some of it done`,
      open: async (page) => {
        await openTool(page, 'after');
        await page.getByRole('checkbox', { name: afterWords('groups.0.items.2.text') }).check();
        await page
          .getByText(afterWords('progress', { done: '1', count: '19' }))
          .first()
          .waitFor();
      },
    },
    {
      name: `${at('/plan/')}, which worksheets to print`,
      within: '.printing',
      open: async (page) => {
        await page.goto('about:blank');
        await page.goto(at('/plan/'));
        await page
          .getByRole('button', { name: planWords('page.print.button'), exact: true })
          .click();
        await page.getByRole('group', { name: planWords('page.print.which') }).waitFor();
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
        await page.getByRole('button', { name: quizWords('question.next') }).click();
      },
    },
  ];
}
