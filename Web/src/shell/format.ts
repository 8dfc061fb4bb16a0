const moments = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const preciseMoments = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const counts = new Intl.NumberFormat('en');

/** A moment in the reader's time zone: `Nov 22, 2026, 1:45:02 PM`. Takes the wire protocol's seconds or REST's ISO text. */
export function formatMoment(moment: number | string | null | undefined): string {
  const date = dateOf(moment);
  return date === undefined ? '-' : moments.format(date);
}

/** A moment with its milliseconds, for events. */
export function formatPreciseMoment(moment: number | string | null | undefined): string {
  const date = dateOf(moment);
  if (date === undefined) {
    return '-';
  }
  const milliseconds = String(date.getMilliseconds()).padStart(3, '0');
  return preciseMoments.formatToParts(date).map(({ type, value }) => (type === 'second' ? `${value}.${milliseconds}` : value)).join('');
}

/** A span of milliseconds: `00:01:02.345`, as AWS's console has durations. */
export function formatDuration(milliseconds: number | undefined): string {
  if (milliseconds === undefined || !Number.isFinite(milliseconds)) {
    return '-';
  }
  const whole = Math.max(0, Math.round(milliseconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(whole / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(whole % 1000).padStart(3, '0')}`;
}

/** A count with thousands set apart. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A moment of the wire protocol (seconds) or of REST (ISO text) as milliseconds since 1970. */
export function millisecondsOf(moment: number | string): number {
  return typeof moment === 'number' ? moment * 1000 : Date.parse(moment);
}

function dateOf(moment: number | string | null | undefined): Date | undefined {
  if (moment === null || moment === undefined) {
    return undefined;
  }
  const milliseconds = millisecondsOf(moment);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}
