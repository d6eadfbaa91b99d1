import { elementRules } from '../../../../src/plan/signed/element-rules.ts';
import { signedForm } from '../../../../src/plan/signed/form.ts';
import { signedSchema } from '../../../../src/plan/signed/words-schema.ts';
import { filesOf, read } from '../../content/written-content.ts';
import { CLAUSE_RULES, PLACES } from '../places/written-places.ts';

/** The words as they are written and as they are checked. */
export const WRITTEN_WORDS = filesOf('plan/signed.yaml')[0]?.data;
export const WORDS = read(signedSchema, 'content/plan/signed.yaml', WRITTEN_WORDS);

/** The rules as the browser gets them. */
export const RULES = elementRules(PLACES, CLAUSE_RULES);
export const FORM = signedForm(RULES);
