import type { PlacedEdge, Point } from './placedGraph.ts';
import { measures } from './measures.ts';
import { roundedPath } from './roundedPath.ts';

/** The SVG path of a way: it leaves and arrives upright, and bends softly between; one from a state to itself goes around a corner. */
export function wayPath({ edge, points }: PlacedEdge): string {
  return edge.from === edge.to ? roundedPath(points, measures.cornerRadius) : points.map((point, index) => step(points[index - 1], point)).join(' ');
}

function step(before: Point | undefined, point: Point): string {
  if (before === undefined) {
    return `M ${at(point)}`;
  }

  if (before.x === point.x) {
    return `L ${at(point)}`;
  }

  const halfway = (before.y + point.y) / 2;
  return `C ${at({ x: before.x, y: halfway })} ${at({ x: point.x, y: halfway })} ${at(point)}`;
}

function at({ x, y }: Point): string {
  return `${rounded(x)} ${rounded(y)}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
