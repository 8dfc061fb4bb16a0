import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';
import { formatCount } from '../../shell/format.ts';

type Alert = Schema<'Alert'>;

const severities = ['Critical', 'Error', 'Warning', 'Informational', 'Verbose'];

/** How grave an alert is, in Azure Monitor's words. */
export const severityWords = (severity: number): string => `${severity} ${severities[severity] ?? ''}`.trim();

/** How an alert stands. One of which too much was found just now is pending until that has lasted for a while. */
export const alertLooks: Record<Alert['status'], StatusIndicatorProps.Type> = { Inactive: 'success', Pending: 'warning', Firing: 'error', Resolved: 'info' };

export const alertTexts: Record<Alert['status'], string> = { Inactive: 'Not firing', Pending: 'About to fire', Firing: 'Firing', Resolved: 'Resolved' };

/** A value of what an alert looks at, with its unit. */
export function signalValue(signal: Alert['signal'], value: number): string {
  switch (signal) {
    case 'oldestWaitingTask':
      return spanWords(value);
    case 'failedExecutions':
      return `${formatCount(value)} ${value === 1 ? 'execution' : 'executions'}`;
    case 'throttledCalls':
      return `${formatCount(value)} ${value === 1 ? 'call' : 'calls'}`;
  }
}

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

/** An ISO 8601 duration as the API writes windows, in words: `PT15M` is 15 minutes. */
export function windowWords(duration: string): string {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const total = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return total === 0 ? duration : spanWords(total);
}
