import { branch, rich } from '../../forms/blocks.ts';
import type { Block, Rich } from '../../forms/outcome.ts';

interface TableRow {
  readonly head: Rich;
  readonly cells: readonly number[];
}

interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
  readonly sum: TableRow;
}

/** A table of numbers, with a bar beside each that is above 0, and their sum. */
export function tableBlock({ caption, heads, rows, sum }: Table): Block {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells));
  const headTrees = heads.map((head) =>
    branch('th', { scope: 'col' }, branch('span', { class: 'cell' }, head)),
  );
  const rowTree = ({ head, cells }: TableRow, bars: boolean) => {
    const cellTrees = cells.map((cell) => {
      const bar = branch('span', { class: 'bar', width: `${(cell / most) * 100}%` });
      return branch('td', {}, `${cell}`, ...(bars && cell > 0 ? [bar] : []));
    });
    return branch('tr', {}, branch('th', { scope: 'row' }, ...rich(head)), ...cellTrees);
  };
  const table = branch(
    'table',
    {},
    branch('caption', {}, caption),
    branch('thead', {}, branch('tr', {}, ...headTrees)),
    branch('tbody', {}, ...rows.map((row) => rowTree(row, true))),
    branch('tfoot', {}, rowTree(sum, false)),
  );
  return { kind: 'own', trees: [table] };
}
