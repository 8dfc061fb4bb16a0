import type { Point } from './placedGraph.ts';

/** An SVG path through the points, with its corners rounded off. */
export function roundedPath(points: readonly Point[], radius: number): string {
  return points.map((point, index) => step(points[index - 1], point, points[index + 1], radius)).join(' ');
}

function step(before: Point | undefined, point: Point, after: Point | undefined, radius: number): string {
  if (before === undefined) {
    return `M ${at(point)}`;
  }

  if (after === undefined) {
    return `L ${at(point)}`;
  }

  // Half of the shorter side at most, for the next corner needs the other half.
  const reach = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
  return `L ${at(towards(point, before, reach))} Q ${at(point)} ${at(towards(point, after, reach))}`;
}

function towards(from: Point, to: Point, reach: number): Point {
  const whole = distance(from, to);
  return whole === 0 ? from : { x: from.x + ((to.x - from.x) * reach) / whole, y: from.y + ((to.y - from.y) * reach) / whole };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function at(point: Point): string {
  return `${rounded(point.x)} ${rounded(point.y)}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
