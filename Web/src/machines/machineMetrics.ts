import { content, rest, type Schema } from '../api/rest.ts';
import { serverNow } from '../api/serverClock.ts';

/** How the executions that started in a part of a time have gone. */
export type MetricsPart = Schema<'MachineMetricsBucket'>;

const hour = 3_600_000;

/** How the executions of a machine that started in the last hours have gone, in sum and part by part. By its ARN: a name of dots would be steps in the path. */
export function machineMetrics(machineArn: string, hours: number, buckets: number, signal: AbortSignal) {
  const from = new Date(serverNow() - hours * hour).toISOString();
  return content(rest.GET('/api/v1/state-machines/{name}/metrics', { params: { path: { name: machineArn }, query: { from, buckets } }, signal }));
}
