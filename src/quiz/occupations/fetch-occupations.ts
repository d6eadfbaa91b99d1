import { type Occupation, type OccupationData, readOccupations } from './occupations.ts';

/** After so many milliseconds a reader is better served by "Try again". */
const PATIENCE = 30_000;

const fetched = new Map<string, Promise<readonly Occupation[]>>();

/**
 * The occupations at `url`, an address of OccupationData. They are fetched once, whoever asks and
 * however often. Rejects where they do not arrive or are not what they should be; asked again, it
 * tries again.
 */
export function fetchOccupations(url: string): Promise<readonly Occupation[]> {
  const known = fetched.get(url);
  if (known !== undefined) return known;
  const occupations = load(url);
  fetched.set(url, occupations);
  occupations.catch(() => fetched.delete(url));
  return occupations;
}

async function load(url: string): Promise<readonly Occupation[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`Found: status ${response.status} for ${url}. Allowed: 200.`);
  // src/pages/quiz/occupations.json.ts wrote it.
  return readOccupations((await response.json()) as OccupationData);
}
