import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { durationText } from '../../history/duration.ts';
import { addressOf } from '../../shell/addresses.ts';
import { ExecutionStatusIndicator } from '../../shell/ExecutionStatusIndicator.tsx';
import { formatCount, formatPreciseMoment } from '../../shell/format.ts';
import { RouterLink } from '../../shell/RouterLink.tsx';
import type { ComparedExecution } from './useComparedExecution.ts';

interface Props {
  left: ComparedExecution;
  right: ComparedExecution;
}

/** Both executions in short. */
export function ComparedSummaries({ left, right }: Props) {
  return (
    <ColumnLayout columns={2} minColumnWidth={300}>
      <Summary side="Left" of={left} />
      <Summary side="Right" of={right} />
    </ColumnLayout>
  );
}

function Summary({ side, of: { view, history } }: { side: string; of: ComparedExecution }) {
  const startedAt = history.startedAt ?? 0;
  const end = history.stoppedAt ?? history.events.at(-1)?.timestamp ?? startedAt;
  return (
    <Container header={<Header variant="h2">{side}</Header>}>
      <KeyValuePairs
        columns={2}
        minColumnWidth={130}
        items={[
          { label: 'Execution', value: <RouterLink href={addressOf.execution(view.executionArn)}>{view.name}</RouterLink> },
          { label: 'State machine', value: <RouterLink href={addressOf.machine(view.stateMachineName)}>{view.stateMachineName}</RouterLink> },
          { label: 'Status', value: <ExecutionStatusIndicator status={history.outcome} /> },
          { label: 'Start', value: formatPreciseMoment(startedAt) },
          { label: 'Duration', value: durationText(end - startedAt) },
          { label: 'State transitions', value: formatCount(history.steps.length) },
          { label: 'Error', value: history.failure?.error ?? '-' },
          { label: 'Events', value: formatCount(history.lastEventId) },
        ]}
      />
    </Container>
  );
}
