import { expect, it } from 'vitest';
import { calmLog } from '../../../../src/newsletter/service/calm-log.ts';

it('writes a few lines of each event in a minute, then how many were left out', () => {
  const lines: string[] = [];
  const clock = { now: 0 };
  const log = calmLog(
    (event, facts) => lines.push(`${event} ${JSON.stringify(facts ?? {})}`),
    () => clock.now,
  );
  for (let time = 0; time < 700; time += 1) log('retry', { line: time });
  log('signup');
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toBe('signup {}');
  clock.now = 60_000;
  log('retry', { line: 700 });
  log('signup');
  expect(lines.slice(6)).toEqual(['retry {"line":700,"leftOut":695}', 'signup {}']);
});
