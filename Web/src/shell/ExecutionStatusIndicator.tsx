import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ExecutionStatus } from '../api/wire/executions.ts';

const looks: Record<ExecutionStatus, { type: StatusIndicatorProps.Type; text: string }> = {
  RUNNING: { type: 'in-progress', text: 'Running' },
  SUCCEEDED: { type: 'success', text: 'Succeeded' },
  FAILED: { type: 'error', text: 'Failed' },
  TIMED_OUT: { type: 'warning', text: 'Timed out' },
  ABORTED: { type: 'stopped', text: 'Aborted' },
  PENDING_REDRIVE: { type: 'pending', text: 'Pending redrive' },
};

/** How an execution stands, as every page shows it. */
export function ExecutionStatusIndicator({ status }: { status: ExecutionStatus }) {
  const { type, text } = looks[status];
  return <StatusIndicator type={type}>{text}</StatusIndicator>;
}
