import {
  layOutPicture,
  MARGIN,
  PAPER,
  type PictureContent,
  type PictureLayout,
  type PictureLook,
  pictureFonts,
  SIZE,
} from './picture-layout.ts';

/**
 * Draws the picture and gives it as PNG. Throws an Error where the browser has no canvas, or keeps
 * its contents from the page, as some do against fingerprinting.
 */
export async function drawPicture(content: PictureContent, look: PictureLook): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  // One that does not load has stand-ins behind it.
  const loads = Object.values(pictureFonts(look)).map((font) => document.fonts.load(font));
  await Promise.allSettled(loads);
  const layout = layOutPicture(content, look, (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  });
  draw(layout, context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const corner = context.getImageData(0, 0, 1, 1).data;
  if (!blob || corner.some((value) => value < 250)) throw new Error('No picture of the canvas.');
  return blob;
}

function draw({ lines, texts }: PictureLayout, context: CanvasRenderingContext2D): void {
  context.fillStyle = PAPER;
  context.fillRect(0, 0, SIZE, SIZE);
  context.lineJoin = 'round';
  for (const { points, color, width, fill } of lines) {
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = fill ?? 'transparent';
    context.fill();
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  for (const { text, x, y, font, color, align } of texts) {
    context.font = font;
    context.fillStyle = color;
    context.textAlign = align;
    context.fillText(text, x, y, SIZE - 2 * MARGIN);
  }
}
