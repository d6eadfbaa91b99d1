import { type Figure, figureSchema } from '../../../src/figures/schema.ts';

/** A figure that is right, with `fields` of its own. */
export function figureWith(fields: Partial<Figure> = {}): Figure {
  return figureSchema.parse({
    value: 28,
    unit: '%',
    says: 'had backed out of an offer',
    whom: 'About 2,800 US workers',
    when: 'May 2019',
    source: 'robert-half-2019',
    verified: 'at-source',
    about: 'backing-out',
    ...fields,
  });
}
