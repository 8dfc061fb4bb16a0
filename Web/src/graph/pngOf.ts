import type { Picture, Shape } from './picture.ts';
import { pngScale } from './pngScale.ts';
import { pictureFont } from './svgOf.ts';
import { textWidth } from './textWidth.ts';

const tooLarge = 'The graph is too large for a PNG file that can be read. Export it as SVG.';

/**
 * The picture as a PNG file. It is painted shape by shape rather than loaded as an image, for the page's
 * Content-Security-Policy lets no made-up addresses in.
 */
export async function pngOf(picture: Picture): Promise<Blob> {
  const scale = pngScale(picture);
  if (scale === undefined) {
    throw new Error(tooLarge);
  }

  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('The browser has no canvas to draw the picture on.');
  }

  context.scale(scale, scale);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textAlign = 'center';
  for (const shape of picture.shapes) {
    paint(context, shape);
  }

  const file = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (file === null) {
    throw new Error(tooLarge);
  }

  return file;
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'text') {
    const { size, bold } = shape.lettering;
    context.font = `${bold ? '600 ' : ''}${String(size)}px ${pictureFont}`;
    context.fillStyle = shape.fill;
    context.fillText(shape.text, shape.x, shape.y, textWidth(shape.text, shape.lettering));
    return;
  }

  const path = shape.kind === 'path' ? new Path2D(shape.path) : new Path2D();
  if (shape.kind === 'box') {
    const { x, y, width, height } = shape.box;
    path.roundRect(x, y, width, height, shape.radius);
  }

  if (shape.fill !== 'none') {
    context.fillStyle = shape.fill;
    context.fill(path);
  }

  if (shape.stroke !== 'none') {
    context.strokeStyle = shape.stroke;
    context.setLineDash(shape.kind === 'path' && shape.dashed ? [5, 4] : []);
    context.stroke(path);
  }
}
