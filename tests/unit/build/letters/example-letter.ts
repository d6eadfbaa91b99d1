import type { LetterFrame, WrittenLetter } from '../../../../src/build/letters/compose-letter.ts';

/** What stands around the letters of these tests. */
export const FRAME: LetterFrame = {
  siteName: 'Second Thoughts',
  home: 'https://example.com/',
  language: 'en-US',
  accent: { light: '#1d3bc6', dark: '#9fb3ff' },
  words: { web: 'Read it on the web', unsubscribe: 'Leave', why: 'You signed up.' },
};

/** A letter whose text is `html`. */
export const letterWith = (html: string): WrittenLetter => ({
  subject: 'The "hour" after & more',
  preview: 'Three <small> jobs',
  address: 'https://example.com/newsletter/letters/the-hour-after/',
  html,
});
