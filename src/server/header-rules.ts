import { type HeaderRule, headerRulesSchema } from '../build/header-rules.ts';
import { StartError } from './start-error.ts';

/** Header names in lower case, and their values. */
export type Headers = Readonly<Record<string, string>>;

/**
 * Reads the header rules that the build wrote as JSON.
 *
 * @throws StartError where this is not what the build writes
 */
export function readHeaderRules(json: string): readonly HeaderRule[] {
  try {
    return headerRulesSchema.parse(JSON.parse(json));
  } catch {
    throw new StartError(
      'dist/_headers.json is not as the build writes it. Run npm run build again.',
    );
  }
}

function matches(pattern: string, path: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return pattern === path;
  return (
    path.length >= pattern.length - 1 &&
    path.startsWith(pattern.slice(0, star)) &&
    path.endsWith(pattern.slice(star + 1))
  );
}

/**
 * The headers that the rules give to a response. Where two rules set the same header, the later one wins.
 *
 * @param path the decoded path that was asked for, with the base path of the site
 * @param kind `file` for a file or "not modified", `other` for errors and redirects, which get no
 *   header of a rule for files only
 */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
  kind: 'file' | 'other',
): Headers {
  const found: Record<string, string> = {};
  for (const { pattern, filesOnly, headers } of rules) {
    if ((filesOnly && kind === 'other') || !matches(pattern, path)) continue;
    for (const [name, value] of Object.entries(headers)) found[name.toLowerCase()] = value;
  }
  return found;
}
