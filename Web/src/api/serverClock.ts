/** A moment that is told later than this after it was is taken for one of another clock, not for one that was long on its way. */
const longestWay = 5_000;

let ahead = 0;
let wasTold = false;
let lead = 0;
const listeners = new Set<() => void>();

/** Milliseconds since 1970 on the server's clock, by which all its moments are. A browser's may be wrong, and a server's may have been moved forward. */
export const serverNow = (): number => Date.now() + ahead;

/** How many milliseconds the server's clock was ahead of the browser's when it was last found to be another; only a moved clock changes it. */
export const clockLead = (): number => lead;

/**
 * Takes note of the time on the server's clock, as an answer or a live event has just told it. Each was some time on its way, so the one that puts the
 * clock furthest ahead is the most exact; one that puts it far back is of a clock that was set.
 */
export function hearTime(told: string | null | undefined): void {
  const change = Date.parse(told ?? '') - serverNow();
  if (Number.isNaN(change)) {
    return;
  }

  if (!wasTold || change > 0 || change < -longestWay) {
    ahead += change;
    wasTold = true;
  }

  if (Math.abs(change) > longestWay) {
    lead = ahead;
    listeners.forEach((listener) => listener());
  }
}

/** Has a listener know whenever the server's clock is found to be another. Answers with what ends it. */
export function onClockMove(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
