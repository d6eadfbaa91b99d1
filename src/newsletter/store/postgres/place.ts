import { SetupError } from '../../setup-error.ts';

/** What DATABASE_URL should be. */
export const WANTED = 'an address such as postgres://user:password@db.example.com:5432/newsletter';

function parsed(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return undefined;
  try {
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
  } catch {
    return undefined;
  }
  return url.pathname.length > 1 ? url : undefined;
}

/** Whether a text is the address of a database of PostgreSQL, with the database's name. */
export function isDatabaseUrl(text: string): boolean {
  return parsed(text) !== undefined;
}

/** The address of a database as it may be shown: without password and parameters. */
export function shownPlace(text: string): string {
  const url = parsed(text);
  // Whatever it is, nothing of it is shown.
  if (url === undefined) throw new SetupError(`The address of the database should be ${WANTED}.`);
  const user = url.username ? `${url.username}@` : '';
  const host = url.host || url.searchParams.get('host') || 'localhost';
  return `postgres://${user}${host}${url.pathname}`;
}
