import Button from '@cloudscape-design/components/button';
import type { TableProps } from '@cloudscape-design/components/table';
import { durationText } from '../../history/duration.ts';
import { childrenOf } from '../../history/step.ts';
import { stretchesOf, type TimeFrame } from '../../history/timeline.ts';
import { ExecutionLink } from './ExecutionLink.tsx';
import type { StepRow } from './stepRows.ts';
import { StepStatusIndicator } from './StepStatusIndicator.tsx';
import type { TablePreferences } from './tablePreferences.ts';
import { TimelineBar } from './TimelineBar.tsx';

export const stepColumnOptions = [
  { id: 'name', label: 'Name', alwaysVisible: true },
  { id: 'type', label: 'Type' },
  { id: 'status', label: 'Status' },
  { id: 'resource', label: 'Resource' },
  { id: 'startedAfter', label: 'Started after' },
  { id: 'duration', label: 'Duration' },
  { id: 'attempts', label: 'Attempts' },
  { id: 'timeline', label: 'Timeline' },
];

export const defaultStepPreferences: TablePreferences = {
  pageSize: 50,
  wrapLines: false,
  contentDisplay: stepColumnOptions.map(({ id }) => ({ id, visible: id !== 'attempts' })),
};

/** The columns of the table of steps; `frame` is what the bars are drawn on. */
export function stepColumns(frame: TimeFrame, open: (row: StepRow) => void): TableProps.ColumnDefinition<StepRow>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      width: 210, minWidth: 90,
      cell: row =>
        row.step === undefined ? (
          row.name
        ) : (
          <Button variant="inline-link" wrapText={false} onClick={() => open(row)}>
            {row.name}
          </Button>
        ),
    },
    { id: 'type', header: 'Type', width: 105, minWidth: 90, cell: row => row.type },
    { id: 'status', header: 'Status', width: 140, minWidth: 90, cell: row => <StepStatusIndicator status={row.status} /> },
    {
      id: 'resource',
      header: 'Resource',
      width: 150, minWidth: 90,
      cell: row => (row.step?.startedExecution === undefined ? row.resource || '-' : <ExecutionLink arn={row.step.startedExecution} />),
    },
    { id: 'startedAfter', header: 'Started after', width: 145, minWidth: 90, cell: row => durationText(row.startedAt - frame.from) },
    { id: 'duration', header: 'Duration', width: 130, minWidth: 90, cell: row => durationText((row.endedAt ?? frame.to) - row.startedAt) },
    { id: 'attempts', header: 'Attempts', width: 100, minWidth: 90, cell: row => row.step?.attempts.length ?? childrenCount(row) },
    { id: 'timeline', header: 'Timeline', minWidth: 200, cell: row => <TimelineBar stretches={barOf(row, frame)} /> },
  ];
}

function childrenCount(row: StepRow): number | string {
  return row.step === undefined ? '-' : childrenOf(row.step).length;
}

function barOf(row: StepRow, frame: TimeFrame) {
  if (row.step !== undefined) {
    return stretchesOf(row.step, frame);
  }

  const whole = Math.max(frame.to - frame.from, 0.001);
  const part = (moment: number) => Math.min(Math.max((moment - frame.from) / whole, 0), 1);
  return [{ kind: 'step' as const, status: row.status, from: part(row.startedAt), to: part(row.endedAt ?? frame.to), words: row.name }];
}
