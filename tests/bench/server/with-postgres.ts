import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hasPostgres,
  startPostgres,
  WITHOUT_POSTGRES,
} from '../../unit/newsletter/store/postgres.ts';
import { findProgram, withoutProgram } from '../../unit/server/hosts/programs.ts';
import { startProxy } from '../../unit/server/hosts/proxies.ts';
import { serve } from '../serve.ts';
import { type Fired, type FireOptions, fire } from './fire.ts';

/** Something that was fired at, and what came of it. */
export interface Firing {
  readonly name: string;
  readonly fired: Fired;
}

/** How a page is asked for, and how somebody signs up. */
interface Ways {
  readonly page: FireOptions;
  readonly signUp: FireOptions;
}

/**
 * Sign-ups with a list in PostgreSQL, each on disk before its answer; then the same and the home page
 * with one and two instances behind nginx, with TLS. Empty where one of the two is not here, after a
 * line that says so.
 */
export async function withPostgres({ page, signUp }: Ways): Promise<readonly Firing[]> {
  if (!findProgram('nginx')) console.log(withoutProgram('nginx'));
  if (!hasPostgres) console.log(WITHOUT_POSTGRES);
  if (!findProgram('nginx') || !hasPostgres) return [];
  const folder = await mkdtemp(join(tmpdir(), 'second-thoughts-bench-'));
  const postgres = await startPostgres(true);
  const url = await postgres.database();
  const instance = (name: string) =>
    serve({
      ...{ DATABASE_URL: url, DATA_DIR: join(folder, name) },
      NEWSLETTER_KEY: 'a key that both instances share, long enough',
      ...{ NEWSLETTER_LIMIT: '9999999', NEWSLETTER_NETWORK_LIMIT: '9999999' },
    });
  const instances = [await instance('one'), await instance('other')];
  const ports = instances.map(({ home }) => Number(new URL(home).port));
  const firings: Firing[] = [];
  const note = async (name: string, address: string, options: FireOptions) =>
    void firings.push({ name, fired: await fire(address, options) });
  try {
    const form = 'newsletter/subscribe/';
    await note('sign-ups, in PostgreSQL', `${instances[0]?.home}${form}`, signUp);
    for (const count of [1, 2]) {
      await using proxy = await startProxy('nginx', 'localhost', ports.slice(0, count));
      const home = `https://localhost:${proxy.port}/`;
      const where = count === 1 ? 'one instance behind nginx' : 'two instances behind nginx';
      await fire(home, { ...page, seconds: 2 });
      await note(`home, ${where}`, home, page);
      await note(`sign-ups, in PostgreSQL, ${where}`, home + form, signUp);
    }
    return firings;
  } finally {
    for (const { stop } of instances) await stop();
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
