import { brotliDecompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import { at } from '../../built-site.ts';
import { rawRequest } from '../../raw-request.ts';
import { expect, test } from '../../test.ts';
import { inOrder, writtenIn } from '../../written.ts';
import {
  ANSWERS,
  announced,
  answer,
  answerQuestions,
  FIRST,
  progress,
  QUIZ,
  result,
} from './quiz.ts';

const quizWords = writtenIn('quiz/quiz.yaml');

/** Bytes that a server may send before it hears from the browser: ten packets of TCP (RFC 6928). */
const FIRST_FLIGHT = 14_600;

/** Bytes after Brotli. */
const MOST = { answering: 8_192, occupations: 30_000 };

const OCCUPATIONS = at('/quiz/occupations.json');
const TITLES = at('/quiz/titles.json');

/** Paths asked for from now on. */
function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

test('the first question is whole in the first flight of the page', async ({ server }) => {
  const { body } = await rawRequest(server + QUIZ, { headers: { 'accept-encoding': 'br' } });
  const flight = brotliDecompressSync(body.subarray(0, FIRST_FLIGHT), {
    finishFlush: constants.BROTLI_OPERATION_FLUSH,
  }).toString();
  expect(flight).toContain('<title>');
  expect(flight.slice(flight.indexOf('<body'), flight.indexOf('</form>'))).toMatch(
    inOrder(FIRST, ANSWERS[4] ?? ''),
  );
});

test('answering all questions takes little script; occupations come near the result, titles on typing', async ({
  page,
  server,
}) => {
  const paths = watchRequests(page);
  await page.goto(QUIZ);
  await answerQuestions(page, 8);
  await expect(announced(page)).toHaveText(progress(9));
  const early = paths.filter((path) => /\.js(on)?$/.test(path));
  expect(early.length).toBeGreaterThan(0);
  const bytesOf = async (path: string) =>
    (await rawRequest(server + path, { headers: { 'accept-encoding': 'br' } })).body.length;
  const bytes = await Promise.all(early.map(bytesOf));
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST.answering);

  await answer(page, 2);
  await expect.poll(() => paths).toContain(OCCUPATIONS);
  expect(await bytesOf(OCCUPATIONS)).toBeLessThanOrEqual(MOST.occupations);
  await answerQuestions(page, 3, 10);
  await expect(result(page)).toBeVisible();
  const field = page.getByRole('combobox', { name: quizWords('comparison.label') });
  await field.focus();
  expect(paths).not.toContain(TITLES);
  await field.pressSequentially('n');
  await expect.poll(() => paths).toContain(TITLES);
  expect(paths.filter((path) => path === OCCUPATIONS)).toHaveLength(1);
});
