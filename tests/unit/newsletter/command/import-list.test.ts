import { describe, expect, it } from 'vitest';
import { importList } from '../../../../src/newsletter/command/import-list.ts';
import { at, hashOf, NOW, newStore } from '../store/opened-store.ts';

const EVIDENCE = { source: 'a list', givenOn: '2025-03-01' };

function imported(csv: string) {
  const opened = newStore();
  opened.subscribe('on@example.com');
  opened.store.unsubscribe(hashOf('left@example.com'), at(NOW));
  const steps: [number, number][] = [];
  const report = importList(opened.store, csv, EVIDENCE, NOW, (...step) => steps.push(step));
  return { ...opened, report, steps };
}

describe('importing a file', () => {
  it('adds the addresses, and says which lines it skipped and why', () => {
    const csv = [
      'Name, Email ,Since',
      'Ada,ada@example.com,2020',
      '"Bob, the second",bob.example.com,2021',
      ',left@example.com,',
      ',ON@example.com,',
      "Plus,'+plus@example.com,",
      'Short',
      'Ada again,ADA@example.com,2022',
      'Ada,ada@example.com;eve@example.com,',
    ].join('\r\n');
    const { report, store } = imported(csv);
    expect(report.split('\n')).toEqual([
      'Imported 2, skipped 6.',
      'Line 3: has an address without @.',
      'Line 4: has unsubscribed or was deleted.',
      'Line 5: is on the list already.',
      'Line 7: has no address.',
      'Line 8: is on the list already.',
      'Line 9: has more than one address, or more than one @.',
    ]);
    const emails = [...store.subscribers()].map(({ email }) => email).sort();
    expect(emails).toEqual(['+plus@example.com', 'ada@example.com', 'on@example.com']);
  });

  it('shows twenty lines at most, then counts, and works in batches', () => {
    const good = Array.from({ length: 1_200 }, (_, index) => `a${index}@example.com`);
    const csv = ['email', ...good, ...Array(15).fill('on@example.com'), ...Array(10).fill('bad')];
    const { report, steps, store } = imported(csv.join('\n'));
    const lines = report.split('\n');
    expect(lines[0]).toBe('Imported 1200, skipped 25.');
    expect(lines.slice(1, 21).every((line) => /^Line \d+: /.test(line))).toBe(true);
    expect(lines.slice(21)).toEqual([
      'And 5 more. In all:',
      '     10  has an address without @',
      '     15  is on the list already',
    ]);
    expect(steps).toEqual([
      [500, 1_215],
      [1_000, 1_215],
      [1_215, 1_215],
    ]);
    expect(store.counts().subscribed).toBe(1_201);
  });

  it.each([
    ['', /called email; the file is empty\.$/],
    ['name,address\nAda,ada@example.com', /called email; found name, address\.$/],
    ['ada@example.com\nbob@example.com', /called email; found ada@example\.com\.$/],
  ])('of %j is refused', (csv, sentence) => {
    expect(() => imported(csv)).toThrow(sentence);
  });

  it('names the line of a quotation mark that swallows the rest', () => {
    const { report } = imported('email\nada@example.com\n"bob@example.com\neve@example.com');
    expect(report).toBe(
      'Imported 1, skipped 1.\nLine 3: has a quotation mark that is never closed, so all that follows was left out.',
    );
  });
});
