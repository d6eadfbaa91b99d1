import { loadPublicLetters } from '../../newsletter/letters/load.ts';
import { loadSearchData } from '../../search/load.ts';

/** What the browser fetches when somebody turns to the field. */
export const GET = async () => Response.json(await loadSearchData(await loadPublicLetters()));
