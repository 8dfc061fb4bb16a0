const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A number of seconds in the one or two units that say most: `1 day 4 hours`, `0 seconds`. */
export function spanWords(seconds: number): string {
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) {
      parts.push(counted(count, unit));
    }
  }
  if (parts.length === 0 || (parts.length < 2 && rest > 0)) {
    parts.push(counted(rest, 'second'));
  }
  return parts.slice(0, 2).join(' ');
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** How long ago a moment was, as of another. */
export const agoWords = (moment: string, now: string): string => spanWords(Math.max(0, Date.parse(now) - Date.parse(moment)) / 1000);
