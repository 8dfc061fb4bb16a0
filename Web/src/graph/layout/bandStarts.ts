import type { DownwardLink } from './downward.ts';

/**
 * The levels at which a deep graph is cut into bands, the first of them 0: no band has more levels than `most`, and each cut is made where the fewest
 * ways cross it, in the lower half of what a band may have.
 */
export function bandStarts(levels: ReadonlyMap<string, number>, links: readonly DownwardLink[], most: number): readonly number[] {
  const depth = 1 + [...levels.values()].reduce((deepest, level) => Math.max(deepest, level), 0);
  const crossings = crossingsAbove(levels, links, depth);
  const starts = [0];
  for (let start = 0; depth - start > most; ) {
    let best = start + most;
    for (let cut = best - 1; cut > start + most / 2; cut--) {
      if ((crossings[cut] ?? 0) < (crossings[best] ?? 0)) {
        best = cut;
      }
    }

    starts.push(best);
    start = best;
  }

  return starts;
}

/** How many ways lead from above each level to it or further down. */
function crossingsAbove(levels: ReadonlyMap<string, number>, links: readonly DownwardLink[], depth: number): readonly number[] {
  const changes = new Array<number>(depth + 1).fill(0);
  for (const { upper, lower } of links) {
    changes[(levels.get(upper) ?? 0) + 1] = (changes[(levels.get(upper) ?? 0) + 1] ?? 0) + 1;
    changes[(levels.get(lower) ?? 0) + 1] = (changes[(levels.get(lower) ?? 0) + 1] ?? 0) - 1;
  }

  let open = 0;
  return changes.map((change) => (open += change));
}
