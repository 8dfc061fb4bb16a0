/** What browsers can still draw on: pixels a side, and pixels in all. */
const maxSide = 32_000;
const maxPixels = 100_000_000;

/** Twice as many pixels, so that the picture stays sharp when it is printed. */
const sharpness = 2;

/** How many pixels a picture gets for each of its own, a side. Undefined where it would be less than one, for then nobody could read the names. */
export function pngScale({ width, height }: { readonly width: number; readonly height: number }): number | undefined {
  const scale = Math.min(sharpness, maxSide / Math.max(width, height, 1), Math.sqrt(maxPixels / Math.max(width * height, 1)));
  return scale < 1 ? undefined : scale;
}
