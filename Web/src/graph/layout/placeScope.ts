import { bandsOf } from './bands.ts';
import { detourOf, waysAround } from './detours.ts';
import { downward } from './downward.ts';
import type { DownwardLink } from './downward.ts';
import { farLinks } from './farLinks.ts';
import { isBackward } from './isBackward.ts';
import { levelsOf } from './levelsOf.ts';
import { placeBand } from './placeBand.ts';
import { mirrored } from './placedParts.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';
import type { Link, Part } from './scopeParts.ts';
import { stacked } from './stacked.ts';

/** Up to this many states of one scope are given the rows that keep the ways short; finding those takes long for more. */
const few = 400;

/** dagre calls itself from row to row, and the stack of a worker is small. */
const deepest = 100;

/** The states of one scope and the ways between them, with a place for each. */
export function placeScope(parts: readonly Part[], links: readonly Link[]): PlacedParts {
  const turned = downward(parts, links);
  const levels = levelsOf(parts, turned);
  const far = farLinks(turned, levels);
  const placed = parts.length <= few && far.size === 0 ? placeReadably(parts, turned) : placeDeep(parts, turned, far, levels);
  return { boxes: placed.boxes, ways: new Map(turned.flatMap((link) => pointed(link, placed.ways.get(link.id)))) };
}

/** As a whole; mirrored where more of it would stand against the order of the definition than along it. */
function placeReadably(parts: readonly Part[], links: readonly DownwardLink[]): PlacedParts {
  const placed = placeBand(parts, links, null);
  return isBackward(parts, links, placed) ? mirrored(placed) : placed;
}

/** In bands below one another, with the far ways around them. */
function placeDeep(parts: readonly Part[], links: readonly DownwardLink[], far: ReadonlySet<DownwardLink>, levels: ReadonlyMap<string, number>): PlacedParts {
  const detours = [...far].map((link) => detourOf(link, levels));
  const allParts = [...parts, ...detours.map(({ stub }) => stub)];
  const allLinks = [...links.filter((link) => !far.has(link)), ...detours.map(({ stalk }) => stalk)];
  const allLevels = new Map([...levels, ...detours.map(({ stub, level }) => [stub.id, level] as const)]);
  const { boxes, ways } = stacked(bandsOf(allParts, allLinks, allLevels, deepest).map((band) => placeBand(band.parts, band.links, band.rows)));
  return { boxes, ways: new Map([...ways, ...waysAround(detours, { boxes, ways })]) };
}

/** A way that was turned to be laid out, the way it leads. */
function pointed({ id, isTurned }: DownwardLink, way: PlacedWay | undefined): readonly (readonly [string, PlacedWay])[] {
  return way === undefined ? [] : [[id, isTurned ? { ...way, points: way.points.toReversed() } : way]];
}
