import { describe, expect, it } from 'vitest';
import { textDocument } from '../../../src/site/documents.ts';

describe('textDocument', () => {
  it('ends each line, the last one too', async () => {
    const answer = textDocument(['User-agent: *', '', 'Allow: /']);
    expect(await answer.text()).toBe('User-agent: *\n\nAllow: /\n');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('says what it is', () => {
    const answer = textDocument([], 'application/xml');
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  });
});
