import { bandsOf } from './bands.ts';
import { downward } from './downward.ts';
import type { DownwardLink } from './downward.ts';
import { farLinks } from './farLinks.ts';
import { isBackward } from './isBackward.ts';
import { levelsOf } from './levelsOf.ts';
import { placeBand } from './placeBand.ts';
import { mirrored } from './placedParts.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';
import { RowExtents } from './rowExtents.ts';
import type { Link, Part } from './scopeParts.ts';
import { stacked } from './stacked.ts';
import { wayThrough } from './wayThrough.ts';

/** Up to this many states of one scope are given the rows that keep the ways short; finding those takes long for more. */
const few = 400;

/** dagre calls itself from row to row, and the stack of a worker is small. */
const deepest = 100;

/** Each row that a way passes takes time; of more than these nobody could follow the lines either. */
const passedRows = 60_000;

/** The states of one scope and the ways between them, with a place for each. */
export function placeScope(parts: readonly Part[], links: readonly Link[]): PlacedParts {
  const turned = downward(parts, links);
  const placed = parts.length <= few ? placeReadably(parts, turned) : placeDeep(parts, turned);
  return { boxes: placed.boxes, ways: new Map(turned.flatMap((link) => pointed(link, placed.ways.get(link.id)))) };
}

/** As a whole; mirrored where more of it would stand against the order of the definition than along it. */
function placeReadably(parts: readonly Part[], links: readonly DownwardLink[]): PlacedParts {
  const placed = placeBand(parts, links, null);
  return isBackward(parts, links, placed) ? mirrored(placed) : placed;
}

/** In bands below one another. Where very many ways pass very many rows, the longest lead straight from state to state, across whatever is between. */
function placeDeep(parts: readonly Part[], links: readonly DownwardLink[]): PlacedParts {
  const levels = levelsOf(parts, links);
  const far = farLinks(links, levels, passedRows);
  const near = links.filter((link) => !far.has(link));
  const { boxes, ways } = stacked(bandsOf(parts, near, levels, deepest).map((band) => placeBand(band.parts, band.links, band.rows)));
  return { boxes, ways: new Map([...ways, ...[...far].flatMap((link) => straight(link, boxes))]) };
}

function straight({ id, upper, lower }: DownwardLink, boxes: PlacedParts['boxes']): readonly (readonly [string, PlacedWay])[] {
  const [from, to] = [boxes.get(upper), boxes.get(lower)];
  return from === undefined || to === undefined ? [] : [[id, { points: wayThrough(from, [], to, new RowExtents([from, to])), label: null }]];
}

/** A way that was turned to be laid out, the way it leads. */
function pointed({ id, isTurned }: DownwardLink, way: PlacedWay | undefined): readonly (readonly [string, PlacedWay])[] {
  return way === undefined ? [] : [[id, isTurned ? { ...way, points: way.points.toReversed() } : way]];
}
