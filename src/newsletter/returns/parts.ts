import { Headers, type MimeNode, Splitter, type SplitterChunk } from '@zone-eu/mailsplit';

/** A part of a mail that holds no other parts. */
export interface Part {
  /** Its media type in lower case, such as `message/delivery-status`. */
  readonly type: string;
  /** Its content, without the encoding it was sent in. */
  readonly text: string;
}

/** A mail, taken apart. The mails that it quotes are parts as they are. */
export interface TakenApart {
  readonly type: string;
  readonly headers: Headers;
  readonly parts: readonly Part[];
}

async function partOf(node: MimeNode, chunks: readonly Buffer[]): Promise<Part> {
  const decoder = node.getDecoder();
  decoder.end(Buffer.concat(chunks));
  const decoded: Buffer[] = [];
  for await (const chunk of decoder) decoded.push(chunk);
  // What is looked for in a report is ASCII, or UTF-8 by RFC 6533.
  return { type: node.contentType || 'text/plain', text: Buffer.concat(decoded).toString('utf8') };
}

/**
 * Takes a mail apart, in whatever encodings its parts are. Throws an Error where it is none, or where
 * its headers have no end.
 */
export async function takeApart(raw: Buffer): Promise<TakenApart> {
  const splitter = new Splitter({ ignoreEmbedded: true });
  splitter.end(raw);
  let root: MimeNode | undefined;
  const leaves = new Map<MimeNode, Buffer[]>();
  // A stream of objects has no type of its own.
  for await (const chunk of splitter as AsyncIterable<SplitterChunk>) {
    if (chunk.type === 'node') {
      root ??= chunk;
      if (!chunk.multipart) leaves.set(chunk, []);
    } else if (chunk.type === 'body') leaves.get(chunk.node)?.push(chunk.value);
  }
  if (!root?.headers) throw new Error('This is no mail.');
  const parts: Part[] = [];
  for (const [node, chunks] of leaves) parts.push(await partOf(node, chunks));
  return { type: root.contentType || 'text/plain', headers: root.headers, parts };
}

/** The groups of fields that a part holds, which look like headers (RFC 3464, section 2.1). */
export function fieldsOf(text: string): readonly Headers[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((group) => group.trim() !== '')
    .map((group) => new Headers(group.trim()));
}
