import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { StepStatus } from '../../history/step.ts';
import { statusWords } from '../../graph/stateStatus.ts';

const looks: Record<StepStatus, StatusIndicatorProps.Type> = {
  inProgress: 'in-progress',
  succeeded: 'success',
  failed: 'error',
  caughtError: 'warning',
  cancelled: 'stopped',
};

/** How far a step has come, or a branch or an iteration. */
export function StepStatusIndicator({ status }: { status: StepStatus }) {
  return <StatusIndicator type={looks[status]}>{statusWords[status]}</StatusIndicator>;
}
