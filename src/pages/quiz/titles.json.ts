import { loadOccupationRows, loadTitleRows } from '../../quiz/occupations/load.ts';
import { encodeTitles } from '../../quiz/occupations/occupation-data.ts';
import { loadEntry } from '../../site/load.ts';

/** What the browser fetches when somebody starts to type a job title. */
export const GET = async () =>
  Response.json(
    encodeTitles(await loadOccupationRows(), await loadTitleRows(), await loadEntry('quizTitles')),
  );
