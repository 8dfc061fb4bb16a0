import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TaskStatus } from './types.ts';

/** How a status of a task looks. What waits for a person stands out among what is under way by itself. */
export const statusLook: Record<TaskStatus, StatusIndicatorProps.Type> = {
  Pending: 'pending',
  Running: 'in-progress',
  Waiting: 'warning',
  Succeeded: 'success',
  Failed: 'error',
  Cancelled: 'stopped',
};

export function TaskStatusIndicator({ status }: { status: TaskStatus }) {
  return <StatusIndicator type={statusLook[status]}>{status}</StatusIndicator>;
}
