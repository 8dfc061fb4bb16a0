import { content, rest, type Schema } from '../api/rest.ts';
import { serverNow } from '../api/serverClock.ts';

/** How the executions that started in a part of a time have gone. */
export type MetricsPart = Schema<'MachineMetricsBucket'>;

const hour = 3_600_000;

/** How the executions that started in the last hours have gone, in sum and part by part. */
export function machineMetrics(name: string, hours: number, buckets: number, signal: AbortSignal) {
  const from = new Date(serverNow() - hours * hour).toISOString();
  return content(rest.GET('/api/v1/state-machines/{name}/metrics', { params: { path: { name }, query: { from, buckets } }, signal }));
}
