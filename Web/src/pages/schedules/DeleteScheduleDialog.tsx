import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { queryKeys } from '../../api/queryKeys.ts';
import { done, rest, tagged } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  name: string;
  onDone: () => void;
}

/** Deletes a schedule. */
export function DeleteScheduleDialog({ name, onDone }: Props) {
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const { mutate, error, isPending } = useDeed({
    mutationFn: async () => {
      const path = { name };
      const { etag } = await tagged(rest.GET('/api/v1/schedules/{name}', { params: { path } }));
      await done(rest.DELETE('/api/v1/schedules/{name}', { params: { path, header: { 'If-Match': etag } } }));
    },
    onSuccess: async () => {
      notify({ type: 'success', header: `${name} is deleted` });
      onDone();
      await navigate('/schedules');
      queries.removeQueries({ queryKey: queryKeys.schedule(name) });
      void queries.invalidateQueries({ queryKey: queryKeys.schedules });
    },
  });
  return (
    <ConfirmDialog header={`Delete ${name}?`} deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onDone}>
      <Box>
        The schedule goes with the list of its firings, for ever. Executions it has started go on.
      </Box>
    </ConfirmDialog>
  );
}
