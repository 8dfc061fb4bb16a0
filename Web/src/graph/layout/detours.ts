import type { Box, Point } from '../placedGraph.ts';
import type { DownwardLink } from './downward.ts';
import { laneNumbers } from './laneNumbers.ts';
import { boundsOf } from './placedParts.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';
import { RowExtents } from './rowExtents.ts';
import type { Part } from './scopeParts.ts';
import { upright, wayThrough } from './wayThrough.ts';

/** Room between two lanes. */
const laneWidth = 12;

/** A way that is led around all others: what stands for its beginning, with its label, and how that hangs together with the state it leaves. */
export interface Detour {
  readonly link: DownwardLink;
  readonly stub: Part;
  readonly level: number;
  readonly stalk: DownwardLink;
}

/** How a way is led around the others: its beginning stands in the row next to the state that it leaves. */
export function detourOf(link: DownwardLink, levels: ReadonlyMap<string, number>): Detour {
  const stub = { id: `${link.id} begins`, ...(link.label ?? { width: 0, height: 0 }) };
  const stalk = { id: `${link.id} stalk`, label: null, isTurned: link.isTurned };
  return link.isTurned
    ? { link, stub, level: (levels.get(link.lower) ?? 0) - 1, stalk: { ...stalk, upper: stub.id, lower: link.lower } }
    : { link, stub, level: (levels.get(link.upper) ?? 0) + 1, stalk: { ...stalk, upper: link.upper, lower: stub.id } };
}

/** The ways of the detours: from the beginning that has a place to a lane beside everything, there past the rows, and to the state they lead to. Ways to the same state share a lane. */
export function waysAround(detours: readonly Detour[], placed: PlacedParts): ReadonlyMap<string, PlacedWay> {
  const rows = new RowExtents(placed.boxes.values());
  const bounds = boundsOf(placed);
  const routed = detours.flatMap((detour) => routeOf(detour, placed));
  const lanes = laneNumbers(routed.map(({ target, upper, lower }) => ({ name: target, from: upper.y, to: lower.y })));
  return new Map(
    routed.map(({ detour: { link }, target, upper, lower, stalk, label }) => {
      const x = bounds.x + bounds.width + laneWidth * (1 + (lanes.get(target) ?? 0));
      const bends = [
        { x, y: rows.at(upper.y + upper.height / 2).bottom + upright },
        { x, y: rows.at(lower.y + lower.height / 2).top - upright },
      ];
      const around = wayThrough(upper, bends, lower, rows);
      return [link.id, { points: link.isTurned ? [...around, ...stalk] : [...stalk, ...around], label }];
    }),
  );
}

interface Route {
  readonly detour: Detour;
  /** The state that the way leads to. */
  readonly target: string;
  readonly upper: Box;
  readonly lower: Box;
  readonly stalk: readonly Point[];
  readonly label: Box | null;
}

function routeOf(detour: Detour, { boxes, ways }: PlacedParts): readonly Route[] {
  const { link, stub } = detour;
  const [target, box, stalk] = [link.isTurned ? link.upper : link.lower, boxes.get(stub.id), ways.get(detour.stalk.id)?.points];
  const [end, joint] = [boxes.get(target), link.isTurned ? stalk?.at(0) : stalk?.at(-1)];
  if (box === undefined || stalk === undefined || end === undefined || joint === undefined) {
    return [];
  }

  // Straight through the label, where the stalk meets it.
  const beginning = { ...box, x: joint.x, width: 0 };
  const [upper, lower] = link.isTurned ? [end, beginning] : [beginning, end];
  return [{ detour, target, upper, lower, stalk, label: link.label === null ? null : box }];
}
