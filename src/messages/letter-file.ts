/**
 * A letter as a Rich Text file (RTF 1.9, Microsoft 2008), which word processors open ready to print:
 * 12 point, margins of an inch, a page break nowhere. `paragraphs` may hold line breaks.
 */
export function letterFile(paragraphs: readonly string[]): string {
  const body = paragraphs
    .map(
      (paragraph) =>
        `\\pard\\sa240 ${paragraph
          .split(/\r\n?|\n/)
          .map(escaped)
          .join('\\line ')}\\par`,
    )
    .join('\r\n');
  return [
    '{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1',
    '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}',
    '\\margl1440\\margr1440\\margt1440\\margb1440\\fs24',
    body,
    '}',
  ].join('\r\n');
}

/** `\`, `{` and `}` mean something in RTF; what is not ASCII is written by its UTF-16 units, signed. */
function escaped(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => {
      const unit = text.charCodeAt(at);
      if (unit === 9) return '\\tab ';
      if (unit < 32) return '';
      if (unit > 126) return `\\u${unit > 32_767 ? unit - 65_536 : unit}?`;
      const character = text.charAt(at);
      return /[\\{}]/.test(character) ? `\\${character}` : character;
    })
    .join('');
}
