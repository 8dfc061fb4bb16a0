import { useState } from 'react';
import { freshId } from '../../../api/freshId.ts';
import { rest } from '../../../api/rest.ts';
import type { Task } from '../../../tasks/types.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useTaskAction } from './useTaskAction.ts';

interface Props {
  task: Task;
  decision: 'approve' | 'reject';
  onDone: () => void;
}

const words = {
  approve: { header: 'Approve this order?', description: 'Its workflow goes on: the payment is taken and the goods are shipped.', deed: 'Approve', said: 'Approved' },
  reject: { header: 'Reject this order?', description: 'Its workflow ends, and nothing is charged or shipped.', deed: 'Reject', said: 'Rejected' },
} as const;

/** Decides about an order that waits for it. */
export function DecisionDialog({ task, decision, onDone }: Props) {
  const [key] = useState(freshId);
  const { header, description, deed, said } = words[decision];
  const { mutate, error, isPending } = useTaskAction(
    task.id,
    (note: string | undefined) => {
      const asked = { params: { path: { id: task.id }, header: { 'Idempotency-Key': key } }, body: { note } };
      return decision === 'approve' ? rest.POST('/api/v1/tasks/{id}/approve', asked) : rest.POST('/api/v1/tasks/{id}/reject', asked);
    },
    said,
    onDone,
  );
  return <ReasonDialog header={header} description={description} label="Note" member="note" deed={deed} isBusy={isPending} error={error} onConfirm={mutate} onDismiss={onDone} />;
}
