import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Schema } from '../../api/rest.ts';

type FiringStatus = Schema<'Firing'>['status'];

const looks: Record<FiringStatus, StatusIndicatorProps.Type> = {
  Due: 'pending',
  Queued: 'pending',
  Starting: 'in-progress',
  Fired: 'success',
  Skipped: 'stopped',
  Missed: 'warning',
  Failed: 'error',
};

/** What became of a due time. */
export function FiringStatusIndicator({ status }: { status: FiringStatus }) {
  return <StatusIndicator type={looks[status]}>{status}</StatusIndicator>;
}
