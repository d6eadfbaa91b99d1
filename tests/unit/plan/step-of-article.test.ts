import { describe, expect, it } from 'vitest';
import { stepOfArticle } from '../../../src/plan/step-of-article.ts';

const none = { held: [], leads: undefined, offered: [], ofTopic: [] };

describe('stepOfArticle', () => {
  it.each([
    [
      'a tool in its text',
      { ...none, held: ['quiz', 'tell-by', 'signed'], leads: '/plan/say-it/' },
      'tell-by',
    ],
    [
      'its button',
      { ...none, leads: '/plan/say-it/#say-it?accepted=said', ofTopic: ['signed'] },
      'say-it',
    ],
    [
      'what it offers',
      { ...none, leads: '#words', offered: ['quiz', 'decide'], ofTopic: ['after'] },
      'decide',
    ],
    ['its topic', { ...none, leads: '/plan/', ofTopic: ['signed', 'tell-by'] }, 'signed'],
    ['nothing', { ...none, leads: '/quiz/', offered: ['quiz'], ofTopic: ['quiz'] }, undefined],
    ['a page like a tool', { ...none, leads: '/articles/decide/' }, undefined],
  ])('goes by %s', (_, signs, step) => {
    expect(stepOfArticle(signs)).toBe(step);
  });
});
