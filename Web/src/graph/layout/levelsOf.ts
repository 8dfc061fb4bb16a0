import { groupedBy } from '../groupedBy.ts';
import type { DownwardLink } from './downward.ts';
import type { Part } from './scopeParts.ts';

/** How many states lie above each: 0 for those that no way leads to, and one more than the lowest that leads to it for every other. A way from a state to itself does not count; there must be no other cycle. */
export function levelsOf(parts: readonly Part[], links: readonly DownwardLink[]): ReadonlyMap<string, number> {
  const counted = links.filter(({ upper, lower }) => upper !== lower);
  const leaving = groupedBy(counted, ({ upper }) => upper);
  const awaited = new Map(parts.map(({ id }) => [id, 0]));
  for (const { lower } of counted) {
    awaited.set(lower, (awaited.get(lower) ?? 0) + 1);
  }

  const levels = new Map<string, number>();
  const ready = parts.filter(({ id }) => awaited.get(id) === 0).map(({ id }) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const level = levels.get(id) ?? 0;
    levels.set(id, level);
    for (const { lower } of leaving.get(id) ?? []) {
      levels.set(lower, Math.max(levels.get(lower) ?? 0, level + 1));
      const left = (awaited.get(lower) ?? 0) - 1;
      awaited.set(lower, left);
      if (left === 0) {
        ready.push(lower);
      }
    }
  }

  return levels;
}
