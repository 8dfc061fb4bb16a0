import { expect, it } from 'vitest';
import { pngScale } from '../../src/graph/pngScale.ts';

it('draws a picture twice as sharp, a large one as sharp as a browser can, and none whose names could not be read', () => {
  const sizes = [
    [400, 600],
    [200, 20_000],
    [9_000, 9_000],
    [200, 46_000],
    [20_000, 20_000],
  ] as const;
  expect(sizes.map(([width, height]) => pngScale({ width, height }))).toEqual([2, 1.6, 10 / 9, undefined, undefined]);
});
