/** The text of a built page alone: its title and body, without styles, scripts and what a head tells. */
export function barePage(html: string): string {
  const [title] = /<title>.*?<\/title>/s.exec(html) ?? [];
  const [body] = /<body>.*<\/body>/s.exec(html) ?? [];
  if (!title || !body) throw new Error('The page has no title or no body.');
  const text = body.replaceAll(/<(style|script)\b.*?<\/\1>/gs, '');
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${title}</head>${text}</html>`;
}
