import { printFigure } from './print-figure.ts';
import type { Figures } from './schema.ts';

/** A figure where a text names it, as `[#robert-half-2019-backed-out]`: the sister of `[@a-source]`. */
const NAMED = /\[#([a-z0-9-]+)\]/g;

/** The ids of the figures that `text` names, with where each stands. */
export function namedIn(text: string): { readonly id: string; readonly index: number }[] {
  return [...text.matchAll(NAMED)].map(({ index, 1: id = '' }) => ({ id, index }));
}

/** `text` with its figures printed. One that is not known stays as it is named. */
export function withFigures(text: string, figures: Figures): string {
  if (!text.includes('[#')) return text;
  return text.replace(NAMED, (named, id: string) => {
    const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
    return figure ? printFigure(figure) : named;
  });
}

/** The same of all texts in `data`, such as what a YAML file holds. */
export function withFiguresWithin<Data>(data: Data, figures: Figures): Data {
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return withFigures(value, figures);
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]));
  };
  // Texts become texts, and nothing else changes.
  return within(data) as Data;
}
