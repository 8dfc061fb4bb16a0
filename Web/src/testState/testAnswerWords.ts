import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { InspectionData, StateTested } from '../api/wire/testing.ts';

type Status = NonNullable<StateTested['status']>;

export const testLooks: Record<Status, StatusIndicatorProps.Type> = { SUCCEEDED: 'success', FAILED: 'error', RETRIABLE: 'pending', CAUGHT_ERROR: 'warning' };

export const testWords: Record<Status, string> = { SUCCEEDED: 'Succeeded', FAILED: 'Failed', RETRIABLE: 'Would be tried again', CAUGHT_ERROR: 'Caught the error' };

/** What the state made of an error: `retrier 1, after 4 s`, `catcher 2`. Counted from 1, as people count. */
export function handledBy({ retryIndex, retryBackoffIntervalSeconds, catchIndex }: NonNullable<InspectionData['errorDetails']>): string {
  const retrier = retryIndex === undefined ? [] : [`retrier ${retryIndex + 1}${retryBackoffIntervalSeconds === undefined ? '' : `, after ${retryBackoffIntervalSeconds} s`}`];
  const catcher = catchIndex === undefined ? [] : [`catcher ${catchIndex + 1}`];
  return [...retrier, ...catcher].join('; ');
}

/** The limits of a Map as they came out of its expressions. */
export function limitsOf({ maxConcurrency, toleratedFailureCount, toleratedFailurePercentage }: InspectionData): { label: string; value: number }[] {
  const limits: [string, number | undefined][] = [
    ['Most iterations at once', maxConcurrency],
    ['Tolerated failures', toleratedFailureCount],
    ['Tolerated failures in percent', toleratedFailurePercentage],
  ];
  return limits.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
