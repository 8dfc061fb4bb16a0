import { answerOf } from './answers.ts';

export interface MetricsPart {
  readonly from: string;
  readonly started: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  /** Seconds. */
  readonly p50?: number;
  readonly p95?: number;
}

/** How the executions that started in a stretch of time have gone. */
export interface MachineMetrics {
  readonly from: string;
  readonly to: string;
  readonly started: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  /** Seconds, of those that succeeded. */
  readonly duration?: { readonly p50: number; readonly p95: number };
  readonly series: readonly MetricsPart[];
  readonly counted: number;
  /** False where there were more executions than are counted. */
  readonly isComplete: boolean;
}

export function machineMetrics(name: string, hours: number, buckets: number, signal: AbortSignal): Promise<MachineMetrics> {
  const from = new Date(Date.now() - hours * 3_600_000).toISOString();
  return answerOf<MachineMetrics>(`/api/v1/state-machines/${encodeURIComponent(name)}/metrics`, { from, buckets: String(buckets) }, signal);
}
