import { useState } from 'react';
import { freshId } from '../../../api/freshId.ts';
import { rest } from '../../../api/rest.ts';
import type { Task } from '../../../tasks/types.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useTaskAction } from './useTaskAction.ts';

interface Props {
  task: Task;
  onDone: () => void;
}

/** Calls a task off. */
export function CancelDialog({ task, onDone }: Props) {
  const [key] = useState(freshId);
  const { mutate, error, isPending } = useTaskAction(
    task.id,
    (reason: string | undefined) => rest.POST('/api/v1/tasks/{id}/cancel', { params: { path: { id: task.id }, header: { 'Idempotency-Key': key } }, body: { reason } }),
    'The task is called off',
    onDone,
  );
  return (
    <ReasonDialog
      header="Call this task off?"
      description="Its execution is stopped where it is, and what it has done so far is undone as far as it can be. It can be tried again later."
      label="Reason"
      member="reason"
      deed="Call off"
      isBusy={isPending}
      error={error}
      onConfirm={mutate}
      onDismiss={onDone}
    />
  );
}
