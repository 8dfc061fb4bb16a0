import Box from '@cloudscape-design/components/box';
import { useState } from 'react';
import { freshId } from '../../../api/freshId.ts';
import { rest } from '../../../api/rest.ts';
import { ConfirmDialog } from '../../../shell/ConfirmDialog.tsx';
import type { Task } from '../../../tasks/types.ts';
import { useTaskAction } from './useTaskAction.ts';

interface Props {
  task: Task;
  onDone: () => void;
}

/** Has a task that failed or was called off go on. */
export function RetryDialog({ task, onDone }: Props) {
  const [key] = useState(freshId);
  const { mutate, error, isPending } = useTaskAction(
    task.id,
    () => rest.POST('/api/v1/tasks/{id}/retry', { params: { path: { id: task.id }, header: { 'Idempotency-Key': key } }, body: {} }),
    'The task is tried again',
    onDone,
  );
  return (
    <ConfirmDialog header="Try this task again?" deed="Try again" isBusy={isPending} error={error} onConfirm={() => mutate(undefined)} onDismiss={onDone}>
      <Box>
        Its execution goes on where it failed; where that cannot be, another one begins. What was done already is not done twice.
      </Box>
    </ConfirmDialog>
  );
}
