import type { Box, Point } from '../placedGraph.ts';
import type { RowExtents } from './rowExtents.ts';

/** How near to a corner a way may leave a state. */
const cornerRoom = 16;

/** How far a way goes upright where it leaves and arrives; an arrow's head has room in it. */
export const upright = 10;

/** A way down from one state to another by the points between, straight down past all rows, so that it goes sideways only between them. */
export function wayThrough(upper: Box, bends: readonly Point[], lower: Box, rows: RowExtents): readonly Point[] {
  const passed = bends.flatMap((bend) => {
    const { top, bottom } = rows.at(bend.y);
    return [
      { x: bend.x, y: top },
      { x: bend.x, y: bottom },
    ];
  });
  const leaving = nearestX(upper, bends.at(0) ?? middleOf(lower));
  const arriving = nearestX(lower, bends.at(-1) ?? middleOf(upper));
  return withoutNeedless([
    { x: leaving, y: upper.y + upper.height },
    { x: leaving, y: rows.at(middleOf(upper).y).bottom + upright },
    ...passed,
    { x: arriving, y: rows.at(middleOf(lower).y).top - upright },
    { x: arriving, y: lower.y },
  ]);
}

/** A way from a state to itself, at its right side, around a point beside it. */
export function loopAround({ x, y, width, height }: Box, turn: number): readonly Point[] {
  const [right, middle] = [x + width, y + height / 2];
  const half = Math.min(12, height / 4);
  return [
    { x: right, y: middle + half },
    { x: turn, y: middle + half },
    { x: turn, y: middle - half },
    { x: right, y: middle - half },
  ];
}

function nearestX(box: Box, { x }: Point): number {
  const room = Math.min(cornerRoom, box.width / 2);
  return Math.min(Math.max(x, box.x + room), box.x + box.width - room);
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The points without those on a straight line down between their neighbours. */
function withoutNeedless(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return before === undefined || after === undefined || before.x !== point.x || point.x !== after.x;
  });
}
