import type { Schema } from '../../api/rest.ts';
import { dayInUtc } from '../../tasks/moments.ts';
import type { TaskStatus } from '../../tasks/types.ts';

/** How many tasks have a status, whatever their kind. */
export const countOf = (counts: readonly Schema<'TaskCount'>[], status: TaskStatus): number =>
  counts.filter((entry) => entry.status === status).reduce((sum, { count }) => sum + count, 0);

/** The address of the list that a figure of today counts: the API's day is one in UTC. */
export const todaysTasks = (at: string, status?: TaskStatus): string => {
  const search = new URLSearchParams(status === undefined ? {} : { status });
  search.set('createdFrom', dayInUtc(at));
  return search.toString();
};

/** A number of seconds as people read latencies: `12 ms`, `3.4 s`, `2 min 5 s`. */
export function latencyWords(seconds: number): string {
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3600)} h ${Math.floor(whole / 60) % 60} min`;
}

/** How many executions a part of the throughput ended, by the way they ended. */
export const endings = [
  { title: 'Succeeded', of: (part: Schema<'Throughput'>) => part.succeeded },
  { title: 'Failed', of: (part: Schema<'Throughput'>) => part.failed },
  { title: 'Timed out', of: (part: Schema<'Throughput'>) => part.timedOut },
  { title: 'Aborted', of: (part: Schema<'Throughput'>) => part.aborted },
] as const;

/** How many executions ended an hour on average over the parts. */
export function perHour(series: readonly Schema<'Throughput'>[], hours: number): number {
  const ended = series.reduce((sum, part) => sum + endings.reduce((all, ending) => all + ending.of(part), 0), 0);
  return hours <= 0 ? 0 : ended / hours;
}
