import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import { durationText } from '../../history/duration.ts';
import type { Attempt, Step } from '../../history/step.ts';
import { formatPreciseMoment } from '../../shell/format.ts';
import { CauseText } from '../../shell/CauseText.tsx';
import type { ShownExecution } from './shownExecution.ts';
import { StepStatusIndicator } from './StepStatusIndicator.tsx';

/** The attempts at a step's work, each with how long was waited before it. */
export function StepRetries({ step, shown }: { step: Step; shown: ShownExecution }) {
  const waited = (attempt: Attempt) => {
    const before = step.attempts[attempt.number - 2];
    return before?.endedAt === undefined ? undefined : attempt.startedAt - before.endedAt;
  };
  return (
    <Table
      variant="borderless"
      wrapLines
      items={step.attempts}
      trackBy={attempt => String(attempt.number)}
      ariaLabels={{ tableLabel: `Attempts at ${step.name}` }}
      empty={<Box color="text-body-secondary">This state has no work that could be tried again.</Box>}
      columnDefinitions={[
        { id: 'number', header: 'Attempt', minWidth: 90, isRowHeader: true, cell: attempt => attempt.number },
        { id: 'status', header: 'Status', minWidth: 120, cell: attempt => <StepStatusIndicator status={attempt.status} /> },
        { id: 'waited', header: 'Waited before', minWidth: 130, cell: attempt => durationOr(waited(attempt)) },
        { id: 'started', header: 'Started', minWidth: 200, cell: attempt => formatPreciseMoment(attempt.startedAt) },
        { id: 'duration', header: 'Duration', minWidth: 120, cell: attempt => durationOr((attempt.endedAt ?? shown.until ?? attempt.startedAt) - attempt.startedAt) },
        { id: 'error', header: 'Error', minWidth: 160, cell: attempt => attempt.failure?.error ?? '-' },
        { id: 'cause', header: 'Cause', minWidth: 320, cell: attempt => (attempt.failure?.cause === undefined ? '-' : <CauseText cause={attempt.failure.cause} />) },
      ]}
    />
  );
}

function durationOr(seconds: number | undefined): string {
  return seconds === undefined ? '-' : durationText(seconds);
}
