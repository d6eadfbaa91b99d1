import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import satori from 'satori';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { ICONS } from '../site/icons.ts';
import { writtenSite } from './written-site.ts';

/** What the icons show: a letter in the face of the headlines, on the site's color. */
export interface IconLook {
  /** One letter or digit. */
  readonly letter: string;
  /** `#rrggbb`. */
  readonly accent: string;
}

/** Units a side. */
const SIDE = 512;
const FACE = '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2';

/** Icons by file name. */
export type Icons = ReadonlyMap<string, string | Uint8Array>;

/** All icons of the site, as content/site.yaml wants them. */
export async function drawnIcons(): Promise<Icons> {
  const { accent, icon: letter } = writtenSite();
  const { svg, png, ico } = await iconsWith({ letter, accent: accent.light });
  const pixels = ICONS.map(
    async ({ name, size, rounded }) => [name, await png(size, rounded)] as const,
  );
  return new Map<string, string | Uint8Array>([
    ['favicon.svg', svg],
    ['favicon.ico', await ico()],
    ...(await Promise.all(pixels)),
  ]);
}

/** Draws all icons with one look: as SVG, as PNG of any size, and as an icon file. */
async function iconsWith({ letter, accent }: IconLook) {
  const outline = await outlineOf(letter);
  const svg = (rounded: boolean) => iconSvg(outline, accent, rounded);
  const png = (size: number, rounded: boolean) =>
    sharp(Buffer.from(svg(rounded)), { density: 144 })
      .resize(size, size)
      .png({ palette: true })
      .toBuffer();
  return { svg: svg(true), png, ico: async () => icoOf(await png(32, true), 32) };
}

/** A path, as SVG writes it, and the box that its points fill. */
interface Outline {
  readonly path: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

async function outlineOf(letter: string): Promise<Outline> {
  const font = await readFile(createRequire(import.meta.url).resolve(FACE));
  const data = await subsetFont(font, letter, {
    targetFormat: 'sfnt',
    variationAxes: { opsz: 60, wght: 500 },
  });
  const element = {
    type: 'div',
    props: { style: { display: 'flex', fontSize: 400 }, children: letter },
  };
  // Satori types its input as React elements; it reads only `type` and `props`.
  const drawing = await satori(element as unknown as Parameters<typeof satori>[0], {
    width: SIDE,
    height: SIDE,
    fonts: [{ name: 'Icon', data, weight: 400, style: 'normal' }],
  });
  const path = /<path [^>]*?\bd="([^"]+)"/.exec(drawing)?.[1] ?? '';
  const numbers = (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd));
  const [left, right] = [Math.min(...(xs ?? [])), Math.max(...(xs ?? []))];
  const [top, bottom] = [Math.min(...(ys ?? [])), Math.max(...(ys ?? []))];
  return { path, left, top, width: right - left, height: bottom - top };
}

/** The letter stands above a stroke of the marker, within the inner four fifths that any mask leaves. */
function iconSvg({ path, left, top, width, height }: Outline, accent: string, rounded: boolean) {
  const room = { width: 300, height: 280, top: 84 };
  const scale = Math.min(room.width / width, room.height / height);
  const x = SIDE / 2 - scale * (left + width / 2);
  const y = room.top + room.height / 2 - scale * (top + height / 2);
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">`,
    `<rect width="${SIDE}" height="${SIDE}"${rounded ? ' rx="96"' : ''} fill="${accent}"/>`,
    `<path fill="#fff" transform="${transform}" d="${path}"/>`,
    '<path stroke="#fff0a3" stroke-width="30" stroke-linecap="round" d="M136 412h240"/>',
    '</svg>',
  ].join('');
}

/** An icon file that holds one PNG (ICONDIR and ICONDIRENTRY of the ICO format). */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
