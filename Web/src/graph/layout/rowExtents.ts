import type { Box } from '../placedGraph.ts';

/** From where to where a row of states or labels reaches. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** The rows by their middle; what stands in one row has its middle in common. */
export class RowExtents {
  private readonly heights = new Map<number, number>();

  constructor(boxes: Iterable<Box>) {
    for (const { y, height } of boxes) {
      const middle = rounded(y + height / 2);
      this.heights.set(middle, Math.max(this.heights.get(middle) ?? 0, height));
    }
  }

  /** The row at that height; one without any extent where nothing stands. */
  at(middle: number): Extent {
    const half = (this.heights.get(rounded(middle)) ?? 0) / 2;
    return { top: middle - half, bottom: middle + half };
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
