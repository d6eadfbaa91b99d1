import { it, onTestFinished } from 'vitest';
import { twoInstances } from '../unit/newsletter/process/instances.ts';

// Needs nginx and PostgreSQL, and a few minutes. Its short form is part of `npm test`.
it('two instances behind nginx, killed twenty times under load', async () => {
  const { people, twice } = await twoInstances(20);
  onTestFinished(() => console.log(`${people} signed up, ${twice} got their mail twice.`));
});
