/** An icon of the site as a file at its root. */
export interface Icon {
  readonly name: string;
  /** Pixels a side. */
  readonly size: number;
  /** What it is for in the manifest (W3C Web Application Manifest, "purpose"), if it stands there. */
  readonly purpose?: 'any' | 'maskable';
  /** Rounded by the site itself. What a system cuts to its own shape is square. */
  readonly rounded: boolean;
}

/** The icons that are pixels; favicon.svg and favicon.ico come on top. */
export const ICONS: readonly Icon[] = [
  { name: 'icon-192.png', size: 192, purpose: 'any', rounded: true },
  { name: 'icon-512.png', size: 512, purpose: 'any', rounded: true },
  { name: 'icon-maskable-512.png', size: 512, purpose: 'maskable', rounded: false },
  { name: 'apple-touch-icon.png', size: 180, rounded: false },
];
