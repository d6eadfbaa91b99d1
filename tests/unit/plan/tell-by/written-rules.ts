import { noticeSchema } from '../../../../src/plan/tell-by/notice-schema.ts';
import { wordsSchema } from '../../../../src/plan/tell-by/words-schema.ts';
import { entriesOf, filesOf, read } from '../../content/written-content.ts';

function contentOf<Schema extends Parameters<typeof read>[0]>(schema: Schema, name: string) {
  const [file] = filesOf(name);
  return read(schema, `content/${name}`, file?.data);
}

/** content/plan/notice.yaml, as it is written. */
export const rules = contentOf(noticeSchema, 'plan/notice.yaml');

/** content/plan/tell-by.yaml, as it is written. */
export const words = contentOf(wordsSchema, 'plan/tell-by.yaml');

/** The ids of content/plan/countries.yaml. */
export const countries: readonly string[] = entriesOf('plan/countries.yaml').map(([id]) => id);

/** Their names, by id. */
export const places: Readonly<Record<string, string>> = Object.fromEntries(
  entriesOf('plan/countries.yaml').map(([id, { name }]) => [id, name]),
);
