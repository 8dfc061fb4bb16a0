import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { durationText } from '../../history/duration.ts';
import { childrenOf, type Step } from '../../history/step.ts';
import { stepPath } from '../../history/stepPath.ts';
import { formatPreciseMoment } from '../../shell/format.ts';
import { CauseText } from '../../shell/CauseText.tsx';
import { ExecutionLink } from './ExecutionLink.tsx';
import { JsonBlock } from '../../editor/JsonBlock.tsx';
import type { ShownExecution } from './shownExecution.ts';
import { StepStatusIndicator } from './StepStatusIndicator.tsx';
import { useNow } from './useNow.ts';

interface Props {
  shown: ShownExecution;
  step: Step;
}

export function StepDetails({ shown: { history, until }, step }: Props) {
  const now = useNow(until === undefined && step.status === 'inProgress');
  const end = step.endedAt ?? until ?? Math.max(now, step.enteredAt);
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        minColumnWidth={150}
        items={[
          { label: 'Status', value: <StepStatusIndicator status={step.status} /> },
          { label: 'Type', value: step.type },
          { label: 'Where', value: stepPath(step) },
          { label: 'Resource', value: step.resource ?? '-' },
          { label: 'Entered', value: formatPreciseMoment(step.enteredAt) },
          { label: 'Ended', value: formatPreciseMoment(step.endedAt) },
          { label: 'Started after', value: durationText(step.enteredAt - (history.startedAt ?? step.enteredAt)) },
          { label: 'Duration', value: durationText(end - step.enteredAt) },
          ...(step.type === 'Map' || step.type === 'Parallel' ? [{ label: step.type === 'Map' ? 'Iterations' : 'Branches', value: step.length ?? childrenOf(step).length }] : []),
          ...(step.startedExecution === undefined ? [] : [{ label: 'Started execution', value: <ExecutionLink arn={step.startedExecution} /> }]),
          ...(step.mapRun === undefined ? [] : [{ label: 'Map Run', value: <span className="arn">{step.mapRun}</span> }]),
        ]}
      />
      {step.failure !== undefined && (
        <SpaceBetween size="xxs">
          <Box variant="awsui-key-label">Error</Box>
          <Box>{step.failure.error ?? '-'}</Box>
          <Box variant="awsui-key-label">Cause</Box>
          {step.failure.cause === undefined ? '-' : <CauseText cause={step.failure.cause} />}
        </SpaceBetween>
      )}
      {step.assigned !== undefined && (
        <SpaceBetween size="xs">
          <Box variant="awsui-key-label">Variables assigned</Box>
          {Object.entries(step.assigned).map(([name, value]) => (
            <SpaceBetween size="xxs" key={name}>
              <Box variant="code">${name}</Box>
              <JsonBlock value={value} label={name} />
            </SpaceBetween>
          ))}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
