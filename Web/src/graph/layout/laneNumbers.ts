import { groupedBy } from '../groupedBy.ts';

/** A stretch of a lane, under the name of whatever shares one. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** For each name the first lane that is free all along its stretches, so that few lanes are needed. */
export function laneNumbers(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const whole = [...groupedBy(stretches, ({ name }) => name)].map(([name, shared]) => ({
    name,
    from: Math.min(...shared.map(({ from }) => from)),
    to: Math.max(...shared.map(({ to }) => to)),
  }));
  const ends: number[] = [];
  return new Map(
    whole
      .toSorted((one, other) => one.from - other.from)
      .map(({ name, from, to }) => {
        const free = ends.findIndex((end) => end < from);
        const lane = free === -1 ? ends.length : free;
        ends[lane] = to;
        return [name, lane];
      }),
  );
}
