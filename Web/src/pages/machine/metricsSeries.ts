import type { MetricsPart } from '../../machines/machineMetrics.ts';

interface Series<Type extends string> {
  type: Type;
  title: string;
  data: { x: Date; y: number }[];
  color?: string;
}

const outcomes = [
  { field: 'succeeded', title: 'Succeeded', color: '#2ca02c' },
  { field: 'failed', title: 'Failed', color: '#d62728' },
  { field: 'timedOut', title: 'Timed out', color: '#e07b00' },
  { field: 'aborted', title: 'Aborted', color: '#7f7f7f' },
] as const;

/** How executions ended, part by part; the ones that still run are those that are left over of the started. */
export function outcomeSeries(parts: readonly MetricsPart[]): Series<'bar'>[] {
  const ended = outcomes.map(({ field, title, color }) => ({
    type: 'bar' as const,
    title,
    color,
    data: parts.map((part) => ({ x: new Date(part.from), y: part[field] })),
  }));
  const running = parts.map((part) => ({ x: new Date(part.from), y: Math.max(0, part.started - part.succeeded - part.failed - part.timedOut - part.aborted) }));
  return [...ended, { type: 'bar' as const, title: 'Running', color: '#1f77b4', data: running }].filter(({ data }) => data.some(({ y }) => y > 0));
}

/** The percentiles in seconds, where there are any. */
export function durationSeries(parts: readonly MetricsPart[]): Series<'line'>[] {
  return (['p50', 'p95'] as const)
    .map((percentile) => ({
      type: 'line' as const,
      title: percentile,
      data: parts.flatMap((part) => {
        const y = part[percentile];
        return y === undefined || y === null ? [] : [{ x: new Date(part.from), y }];
      }),
    }))
    .filter(({ data }) => data.length > 0);
}

/** How the moments of an axis are written: hours of a day, or days. */
export function timeWords(hours: number): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en', hours <= 24 ? { hour: 'numeric', minute: '2-digit', hour12: false } : { month: 'short', day: 'numeric' });
  return (moment) => format.format(moment);
}
