import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../../api/queryKeys.ts';
import { done, rest } from '../../../api/rest.ts';
import { useDeed } from '../../../api/useDeed.ts';
import { ConfirmDialog } from '../../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../../shell/useNotify.ts';
import type { Task } from '../../../tasks/types.ts';

interface Props {
  task: Task;
  /** The version that is looked at: one that has been changed since is not deleted. */
  etag: string;
  onDone: () => void;
}

/** Deletes a task that has ended. */
export function DeleteTaskDialog({ task, etag, onDone }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const { mutate, error, isPending } = useDeed({
    mutationFn: () => done(rest.DELETE('/api/v1/tasks/{id}', { params: { path: { id: task.id }, header: { 'If-Match': etag } } })),
    onSuccess: async () => {
      notify({ type: 'success', header: `${task.title} is deleted` });
      await navigate('/tasks');
      queries.removeQueries({ queryKey: queryKeys.task(task.id) });
      void queries.invalidateQueries({ queryKey: queryKeys.tasks });
    },
  });
  return (
    <ConfirmDialog header="Delete this task?" deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onDone}>
      <Box>
        {task.title} goes with its attachments, for ever. Its order or transaction stays.
      </Box>
    </ConfirmDialog>
  );
}
