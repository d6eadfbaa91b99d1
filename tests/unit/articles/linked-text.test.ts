import { describe, expect, it } from 'vitest';
import { linkedRuns } from '../../../src/articles/linked-text.ts';

describe('linkedRuns', () => {
  it('cuts a text at its links, and sets its quotes', () => {
    expect(
      linkedRuns("It's at will: [don't wait](/articles/a--b/#it's-so), or [ask](https://x.org)."),
    ).toEqual([
      { text: 'It’s at will: ' },
      { text: 'don’t wait', to: "/articles/a--b/#it's-so" },
      { text: ', or ' },
      { text: 'ask', to: 'https://x.org' },
      { text: '.' },
    ]);
  });

  it('leaves a text without links whole, with the spaces around it', () => {
    expect(linkedRuns(' as [they] say (so) ')).toEqual([{ text: ' as [they] say (so) ' }]);
    expect(linkedRuns('[@acas](x)')).toEqual([{ text: '[@acas](x)' }]);
    expect(linkedRuns('')).toEqual([]);
  });
});
