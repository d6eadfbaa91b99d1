/** A Markdown table: the first column is text, the others are numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** A share from 0 to 1 as people write it: .65, or .652 to three digits. */
export function share(value: number, digits = 2): string {
  return value.toFixed(digits).replace(/^(-?)0\./, '$1.');
}
