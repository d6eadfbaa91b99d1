import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  socialPicturePath as pathIn,
  type SocialPicture,
} from '../../../src/site/social-picture.ts';
import { IDENTITY } from './example-site.ts';

const socialPicturePath = (picture: SocialPicture) => pathIn(picture, IDENTITY);
const words = fc.record({ title: fc.string(), kicker: fc.string() });

describe('socialPicturePath', () => {
  it('is a path that needs no escaping, the same for the same words', () => {
    fc.assert(
      fc.property(words, (picture) => {
        const path = socialPicturePath(picture);
        expect(path).toMatch(/^\/og\/[0-9a-f]{16}\.png$/);
        expect(socialPicturePath({ ...picture })).toBe(path);
      }),
    );
  });

  it('differs as soon as a word differs or moves', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const same = one.title === other.title && one.kicker === other.kicker;
        expect(socialPicturePath(one) === socialPicturePath(other)).toBe(same);
      }),
    );
    expect(socialPicturePath({ title: 'a', kicker: 'b' })).not.toBe(
      socialPicturePath({ title: 'a', kicker: '' }),
    );
    expect(socialPicturePath({ title: 'a","b', kicker: '' })).not.toBe(
      socialPicturePath({ title: 'a', kicker: 'b' }),
    );
    expect(socialPicturePath({ title: 'ab', kicker: '' })).not.toBe(
      socialPicturePath({ title: 'a', kicker: 'b' }),
    );
  });

  it('differs for a site of another name or color', () => {
    const picture = { title: 'a', kicker: 'b' };
    const green = { ...IDENTITY, accent: '#0a5b3f' };
    const renamed = {
      ...IDENTITY,
      wordmark: [{ kind: 'plain' as const, text: 'Cold Feet', spaced: false }],
    };
    const paths = [IDENTITY, green, renamed].map((identity) => pathIn(picture, identity));
    expect(new Set(paths).size).toBe(3);
  });
});
