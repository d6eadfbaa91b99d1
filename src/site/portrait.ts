/** Where the photo of the author stands, if content/site.yaml has one. */
export const PORTRAIT = '/author.jpg';
/** Pixels a side of the file. */
export const PORTRAIT_SIZE = 480;
/** Pixels a side on the page, a third of what the file has, and the least that a photo may have. */
export const PORTRAIT_SIDE = 160;
