import type { Box, Point } from '../placedGraph.ts';

/** States and ways with a place for each, in pixels from wherever. */
export interface PlacedParts {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly ways: ReadonlyMap<string, PlacedWay>;
}

export interface PlacedWay {
  readonly points: readonly Point[];
  readonly label: Box | null;
}

/** The same, moved. */
export function moved(parts: PlacedParts, by: Point): PlacedParts {
  const movedPoint = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return mapped(parts, movedPoint, (box) => ({ ...box, ...movedPoint(box) }));
}

/** The same, with left and right exchanged. */
export function mirrored(parts: PlacedParts): PlacedParts {
  return mapped(
    parts,
    ({ x, y }) => ({ x: -x, y }),
    (box) => ({ ...box, x: -box.x - box.width }),
  );
}

/** The room that all of it takes; none where there is nothing. */
export function boundsOf({ boxes, ways }: PlacedParts): Box {
  const places = [...boxes.values(), ...[...ways.values()].flatMap(({ points, label }) => [...points.map(asBox), ...(label === null ? [] : [label])])];
  if (places.length === 0) {
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of places) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)];
  }

  return { x: left, y: top, width: right - left, height: bottom - top };
}

function asBox(point: Point): Box {
  return { ...point, width: 0, height: 0 };
}

function mapped({ boxes, ways }: PlacedParts, pointOf: (point: Point) => Point, boxOf: (box: Box) => Box): PlacedParts {
  return {
    boxes: new Map([...boxes].map(([id, box]) => [id, boxOf(box)])),
    ways: new Map([...ways].map(([id, { points, label }]) => [id, { points: points.map(pointOf), label: label === null ? null : boxOf(label) }])),
  };
}
