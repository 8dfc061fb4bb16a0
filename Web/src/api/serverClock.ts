/** A clock that is found so far from where it was thought to be is another one, or has been set. */
const notable = 5_000;

let ahead = 0;
let lead = 0;
const listeners = new Set<() => void>();

/** Milliseconds since 1970 on the server's clock, by which all its moments are. A browser's may be wrong, and a server's may have been moved forward. */
export const serverNow = (): number => Date.now() + ahead;

/** How many milliseconds the server's clock was ahead of the browser's when it was last found to be another; only a moved clock changes it. */
export const clockLead = (): number => lead;

/**
 * Takes note of the time on the server's clock, as an answer or a live event has just told it. It was told after it had been asked for, by the browser's
 * clock (left out where nobody asked), and before it is heard: the server's clock is ahead by no more than the one and no less than the other.
 */
export function hearTime(told: string | null | undefined, askedAt = -Infinity): void {
  const time = Date.parse(told ?? '');
  if (Number.isNaN(time)) {
    return;
  }

  ahead = Math.min(Math.max(ahead, time - Date.now()), time - askedAt);
  if (Math.abs(ahead - lead) > notable) {
    lead = ahead;
    listeners.forEach((listener) => listener());
  }
}

/** Has a listener know whenever the server's clock is found to be another. Answers with what ends it. */
export function onClockMove(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
