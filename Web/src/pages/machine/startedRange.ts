import type { DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';

type Range = DateRangePickerProps.Value | null;

const unitMilliseconds: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_592_000_000 };

/** When executions must have started, as the server wants it: from the first moment, before the second. */
export function startedWithin(range: Range, now: number): { startedFrom?: string; startedTo?: string } {
  if (range === null) {
    return {};
  }

  if (range.type === 'relative') {
    return { startedFrom: new Date(now - range.amount * (unitMilliseconds[range.unit] ?? 0)).toISOString() };
  }

  return { startedFrom: new Date(range.startDate).toISOString(), startedTo: new Date(range.endDate).toISOString() };
}

/** A range that people can choose at a glance. */
export const relativeRanges: readonly (DateRangePickerProps.RelativeOption)[] = [
  { key: 'hour', amount: 1, unit: 'hour', type: 'relative' },
  { key: 'day', amount: 24, unit: 'hour', type: 'relative' },
  { key: 'week', amount: 7, unit: 'day', type: 'relative' },
  { key: 'month', amount: 30, unit: 'day', type: 'relative' },
];
