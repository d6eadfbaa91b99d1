/** Red, green and blue, each from 0 to 255. */
type Rgb = readonly [number, number, number];

/** The one color of the site besides ink and paper, as `#rrggbb`, on a light screen and a dark one. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** The tokens of site.css that the accent stands on or beside. */
const TOKENS = {
  light: { paper: '#ffffff', desk: '#eef1f6', soft: '#474f5d' },
  dark: { paper: '#11141b', desk: '#0b0d12', soft: '#aab2c2' },
} as const;

/** Of the wash: its share of the accent's saturation, its lightness, and the step from there to paper. */
const WASH = {
  light: { saturation: 1.22, lightness: 0.957, step: 0.005 },
  dark: { saturation: 0.435, lightness: 0.18, step: -0.005 },
} as const;

/** The contrast of text with its background (WCAG 2.2, success criterion 1.4.6). */
const LEAST = 7;

const rgbOf = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** `share` (0 to 1) of the color `a`, and for the rest of `b`. */
const mixed = (a: string, b: string, share: number): string => {
  const [x, y] = [rgbOf(a), rgbOf(b)];
  const part = (i: 0 | 1 | 2) => x[i] * share + y[i] * (1 - share);
  return hexOf([part(0), part(1), part(2)]);
};

/** Hue in degrees and saturation from 0 to 1, as HSL has them (CSS Color 4, section 7). */
function hueAndSaturation(hex: string): readonly [hue: number, saturation: number] {
  const [red, green, blue] = rgbOf(hex);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  if (range === 0) return [0, 0];
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  return [(sixth * 60 + 360) % 360, range / (255 - Math.abs(most + least - 255))];
}

/** A color of HSL as `#rrggbb` (CSS Color 4, section 7.1). */
function hexOfHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (of: number) => {
    const k = (of + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return hexOf([part(0), part(8), part(4)]);
}

/** Relative luminance (WCAG 2.2, definition), from 0 to 1. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast ratio of two colors (WCAG 2.2, definition), from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The wash that boxes are tinted with, of the accent's hue: as deep as leaves soft text on it legible. */
export function washOf(accent: string, screen: keyof Accent): string {
  const { paper, soft } = TOKENS[screen];
  const { saturation, lightness, step } = WASH[screen];
  const [hue, own] = hueAndSaturation(accent);
  for (let light: number = lightness; light > 0 && light < 1; light += step) {
    const wash = hexOfHsl(hue, Math.min(own * saturation, 1), light);
    if (contrast(soft, wash) >= LEAST) return wash;
  }
  return paper;
}

/** The least contrast that an accent has with anything it stands on, its own wash included. */
export function leastContrast(accent: string, screen: keyof Accent): number {
  const { paper, desk } = TOKENS[screen];
  const grounds = [paper, desk, washOf(accent, screen)];
  return Math.min(...grounds.map((ground) => contrast(accent, ground)));
}

/** Whether an accent can be read wherever it stands. */
export function isLegible(accent: string, screen: keyof Accent): boolean {
  return leastContrast(accent, screen) >= LEAST;
}

/** The accent nearest to `accent` that can be read: the same hue, no darker or lighter than it has to be. */
export function nearestLegible(accent: string, screen: keyof Accent): string {
  const end = screen === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step < 255; step += 1) {
    const candidate = mixed(end, accent, step / 255);
    if (isLegible(candidate, screen)) return candidate;
  }
  return end;
}

/** The two custom properties that site.css makes its colors of, as a sheet. */
export function accentStyles({ light, dark }: Accent): string {
  const rule = (accent: string, screen: keyof Accent) =>
    `:root{--accent:${accent};--accent-wash:${washOf(accent, screen)}}`;
  return `${rule(light, 'light')}@media(prefers-color-scheme:dark){${rule(dark, 'dark')}}`;
}
