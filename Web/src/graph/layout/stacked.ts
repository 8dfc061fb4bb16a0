import type { Box } from '../placedGraph.ts';
import { entryOf, exitOf } from './bands.ts';
import { boundsOf, moved } from './placedParts.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';

/** Room between two bands, where ways get from where one lets them out to where the next lets them in. */
const room = 40;

/** Bands below one another, with the ways that go on from one to the next joined. */
export function stacked(bands: readonly PlacedParts[]): PlacedParts {
  const boxes = new Map<string, Box>();
  const ways = new Map<string, PlacedWay>();
  let bottom = 0;
  for (const band of bands) {
    const bounds = boundsOf(band);
    const placed = moved(band, { x: shiftToMeet(band, boxes), y: bottom - bounds.y });
    bottom += bounds.height + room;
    placed.boxes.forEach((box, id) => boxes.set(id, box));
    placed.ways.forEach((way, id) => {
      const above = ways.get(id);
      ways.set(id, above === undefined ? way : { points: [...above.points, ...way.points], label: above.label ?? way.label });
    });
  }

  return { boxes, ways };
}

/** How far to the right a band has to go for its ways to come in about below where they were let out. */
function shiftToMeet(band: PlacedParts, above: ReadonlyMap<string, Box>): number {
  const gaps = [...band.ways.keys()].flatMap((way) => {
    const [exit, entry] = [above.get(exitOf(way)), band.boxes.get(entryOf(way))];
    return exit === undefined || entry === undefined ? [] : [exit.x - entry.x];
  });
  return gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}
