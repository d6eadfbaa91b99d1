/** How wide the text of a letter is, in CSS pixels, where the screen has room: pictures have twice as many. */
export const LETTER_WIDTH = 552;
