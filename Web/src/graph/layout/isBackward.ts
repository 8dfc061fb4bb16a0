import { groupedBy } from '../groupedBy.ts';
import type { DownwardLink } from './downward.ts';
import type { PlacedParts, PlacedWay } from './placedParts.ts';
import type { Part } from './scopeParts.ts';

/** Whether more of what follows one another in the definition stands from right to left than from left to right: the ways out of a state, and the states that begin something, such as branches. */
export function isBackward(parts: readonly Part[], links: readonly DownwardLink[], { boxes, ways }: PlacedParts): boolean {
  const led = new Set(links.map(({ lower }) => lower));
  const beginnings = parts.filter(({ id }) => !led.has(id)).map(({ id }) => boxes.get(id)?.x);
  const waysOut = [...groupedBy(links, ({ upper }) => upper).values()].map((leaving) => leaving.map(({ id }) => bendOf(ways.get(id))));
  const steps = [beginnings, ...waysOut].flatMap(stepsBetween);
  return steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
}

/** Where a way has got to after its first bend. */
function bendOf(way: PlacedWay | undefined): number | undefined {
  return (way?.points.at(2) ?? way?.points.at(-1))?.x;
}

function stepsBetween(places: readonly (number | undefined)[]): readonly number[] {
  return places.slice(1).map((place, index) => (place ?? 0) - (places[index] ?? 0));
}
