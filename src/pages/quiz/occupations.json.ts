import { loadOccupationRows } from '../../quiz/occupations/load.ts';
import { encodeOccupations } from '../../quiz/occupations/occupation-data.ts';

/** What the browser fetches when a result is near. */
export const GET = async () => Response.json(encodeOccupations(await loadOccupationRows()));
