import { clausesSchema } from '../../../../src/plan/signed/clauses-schema.ts';
import { signedSchema } from '../../../../src/plan/signed/words-schema.ts';
import { filesOf, read } from '../../content/written-content.ts';

const written = (id: string) => filesOf(`plan/${id}.yaml`)[0]?.data;

/** The rules and the words as they are written and as they are checked. */
export const WRITTEN_RULES = written('clauses');
export const RULES = read(clausesSchema, 'content/plan/clauses.yaml', WRITTEN_RULES);
export const WRITTEN_WORDS = written('signed');
export const WORDS = read(signedSchema, 'content/plan/signed.yaml', WRITTEN_WORDS);
