import { describe, expect, it } from 'vitest';
import { textDocument } from '../../../src/site/documents.ts';

describe('textDocument', () => {
  it('ends each line, the last one too', async () => {
    const response = textDocument(['User-agent: *', '', 'Allow: /']);
    expect(await response.text()).toBe('User-agent: *\n\nAllow: /\n');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  it('says what it is', () => {
    const response = textDocument([], 'application/xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  });
});
