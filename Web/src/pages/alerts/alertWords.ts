import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';
import { formatCount } from '../../shell/format.ts';
import { spanWords } from '../../tasks/spanWords.ts';

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
    case 'failingReceiver':
      return spanWords(value);
    case 'failedExecutions':
      return `${formatCount(value)} ${value === 1 ? 'execution' : 'executions'}`;
    case 'givenUpEvents':
      return `${formatCount(value)} ${value === 1 ? 'event' : 'events'}`;
    case 'throttledCalls':
      return `${formatCount(value)} ${value === 1 ? 'call' : 'calls'}`;
  }
}

/** An ISO 8601 duration as the API writes windows, in words: `PT15M` is 15 minutes. */
export function windowWords(duration: string): string {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const total = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return total === 0 ? duration : spanWords(total);
}
