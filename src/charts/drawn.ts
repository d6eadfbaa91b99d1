import { printFigure } from '../figures/print-figure.ts';
import type { Figures } from '../figures/schema.ts';
import { fillBlanks } from '../site/fill-blanks.ts';
import type { ChartData, ChartOf } from './schema.ts';

/** What a chart's file says of one of its figures. */
interface Named {
  readonly label: string;
  readonly figure: string;
  readonly shown?: string | undefined;
}

/** The same with the figure itself. `shown`: as readers see it, with its unit, and how exact it is. */
export type Valued<Written extends Named> = Omit<Written, 'shown'> & {
  readonly value: number;
  readonly shown: string;
  /** Id of content/sources.yaml. */
  readonly source: string;
};

type Point = Valued<ChartOf<'series'>['points'][number]>;
type Bar = Valued<ChartOf<'bars'>['groups'][number]['bars'][number]>;

/** Figures that count the same people, and whom: nothing where one group is all. */
export interface FigureGroup<Figure = Valued<Named>> {
  readonly label?: string | undefined;
  readonly bars: readonly Figure[];
}

/** A chart with the figures that its file names. */
export type DrawnChart =
  | (Omit<ChartOf<'series'>, 'points'> & { readonly points: readonly Point[] })
  | (Omit<ChartOf<'bars'>, 'groups'> & { readonly groups: readonly FigureGroup<Bar>[] })
  | ChartOf<'spans'>
  | ChartOf<'timeline'>
  | ChartOf<'decision'>;

export type DrawnOf<Kind extends ChartData['kind']> = Extract<DrawnChart, { kind: Kind }>;

/** The figures that `chart` names, and where its file does. */
export function figuresIn(
  chart: ChartData,
): readonly { readonly path: readonly string[]; readonly figure: string }[] {
  if (chart.kind === 'series') {
    return chart.points.map(({ figure }, index) => ({
      figure,
      path: ['points', `${index}`, 'figure'],
    }));
  }
  if (chart.kind !== 'bars') return [];
  return chart.groups.flatMap(({ bars }, group) =>
    bars.map(({ figure }, index) => ({
      figure,
      path: ['groups', `${group}`, 'bars', `${index}`, 'figure'],
    })),
  );
}

/** `chart` with its figures out of all `figures`. Throws an Error for a figure that there is not. */
export function drawn(chart: ChartData, figures: Figures): DrawnChart {
  const valued = <Written extends Named>(written: Written): Valued<Written> => {
    const found = Object.hasOwn(figures, written.figure) ? figures[written.figure] : undefined;
    if (!found) throw new Error(`There is no figure "${written.figure}" in content/figures.yaml.`);
    const { value, source } = found;
    const shown = fillBlanks(written.shown ?? '{value}', { value: printFigure(found) });
    return { ...written, value, source, shown };
  };
  switch (chart.kind) {
    case 'series':
      return { ...chart, points: chart.points.map(valued) };
    case 'bars':
      return {
        ...chart,
        groups: chart.groups.map(({ label, bars }) => ({ label, bars: bars.map(valued) })),
      };
    default:
      return chart;
  }
}

/** What the table beneath `chart` holds, in the order of its file; nothing where it draws no figures. */
export function tableOf(chart: DrawnChart): readonly FigureGroup[] {
  if (chart.kind === 'series') return [{ bars: chart.points }];
  return chart.kind === 'bars' ? chart.groups : [];
}
