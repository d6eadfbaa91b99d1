/** A plain text document as an answer to a request. */
export function textDocument(lines: readonly string[], type = 'text/plain'): Response {
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
}
