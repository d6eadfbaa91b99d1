import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CUTS } from '../../../src/build/font-cuts.ts';

/** A face of ours: its family, style, and the weights that it has, at least and at most. */
interface Face {
  readonly family: string;
  readonly style: string;
  readonly weights: readonly [number, number];
}

/** Our faces, as the sheet names them. A cut at one weight stands for the one that the sheet gives. */
const FACES: readonly Face[] = [
  ...readFileSync('src/styles/web-fonts.css', 'utf8').matchAll(/@font-face \{([^}]*)\}/g),
].map(([, rule = '']) => {
  const of = (name: string) => new RegExp(`(?:^|\\s)${name}: "?([^;"]+)`).exec(rule)?.[1];
  const cut = CUTS.find(({ name }) => rule.includes(`/${name}.woff2`));
  if (!cut) throw new Error(`No cut of src/build/font-cuts.ts makes the face of {${rule}}.`);
  const { wght } = cut.axes;
  const own = typeof wght === 'number' ? [wght] : [wght.min, wght.max];
  const named = (of('font-weight') ?? '400').split(' ').map(Number);
  const weights = [...own, ...named];
  return {
    family: of('font-family') ?? '',
    style: of('font-style') ?? 'normal',
    weights: [Math.min(...weights), Math.max(...weights)],
  };
});

/**
 * Text in a weight or a slant that no face of ours has: a browser would thicken or slant another one
 * by itself. The reader's own families, as of code, have all of them.
 */
export function madeUpFaces(page: Page): Promise<string[]> {
  return page.evaluate((faces) => {
    const found = new Set<string>();
    const look = (element: Element, part: string | null = null) => {
      const { fontFamily, fontStyle, fontWeight } = getComputedStyle(element, part);
      const family = fontFamily.split(',')[0]?.replaceAll('"', '') ?? '';
      const ours = faces.filter((face) => face.family === family);
      const has = ours.some(
        ({ style, weights: [least, most] }) =>
          style === fontStyle && Number(fontWeight) >= least && Number(fontWeight) <= most,
      );
      if (ours.length === 0 || has) return;
      found.add(
        `no face for ${family} ${fontWeight} ${fontStyle}: ${probe.describe(element)}${part ?? ''}`,
      );
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (!probe.isVisible(element)) continue;
      const says = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (says || element.matches('input, select, textarea')) look(element);
      for (const part of ['::before', '::after', '::marker']) {
        if (/["(]/.test(getComputedStyle(element, part).content)) look(element, part);
      }
    }
    return [...found];
  }, FACES);
}
