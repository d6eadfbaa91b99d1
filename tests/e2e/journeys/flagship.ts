import { at } from '../built-site.ts';

/** The article that most people come for. */
export const FLAGSHIP = at('/articles/how-to-decline-a-job-offer-you-already-accepted/');
