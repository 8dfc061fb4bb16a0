import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../../api/queryKeys.ts';
import { done, rest, type Schema } from '../../../api/rest.ts';
import { useDeed } from '../../../api/useDeed.ts';
import { ConfirmDialog } from '../../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../../shell/useNotify.ts';

interface Props {
  taskId: string;
  attachment: Schema<'Attachment'>;
  onDone: () => void;
}

/** Deletes a file of a task. One of which there is a later version by now is not deleted. */
export function DeleteAttachmentDialog({ taskId, attachment, onDone }: Props) {
  const queries = useQueryClient();
  const notify = useNotify();
  const { mutate, error, isPending } = useDeed({
    mutationFn: () =>
      done(
        rest.DELETE('/api/v1/tasks/{id}/attachments/{name}', {
          params: { path: { id: taskId, name: attachment.name }, header: { 'If-Match': `"${attachment.sha256}"` } },
        }),
      ),
    onSuccess: () => {
      notify({ type: 'success', header: `${attachment.name} is deleted` });
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...queryKeys.task(taskId), 'attachments'] }),
  });
  return (
    <ConfirmDialog header="Delete this attachment?" deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onDone}>
      <Box>
        {attachment.name} goes with all its versions, for ever.
      </Box>
    </ConfirmDialog>
  );
}
