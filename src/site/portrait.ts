/** Where the photo of the author stands, if content/site.yaml has one: a square of this many pixels. */
export const PORTRAIT = '/author.jpg';
export const PORTRAIT_SIZE = 480;
