import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { done, rest, type Schema } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  apiKey: Schema<'Key'>;
  onDismiss: () => void;
}

export function RevokeKeyModal({ apiKey, onDismiss }: Props) {
  const client = useQueryClient();
  const notify = useNotify();
  const { mutate, isPending, error } = useDeed({
    mutationFn: () => done(rest.DELETE('/api/v1/keys/{id}', { params: { path: { id: apiKey.id } } })),
    onSuccess: async () => {
      notify({ type: 'success', header: `${apiKey.id} is revoked` });
      onDismiss();
      await client.invalidateQueries({ queryKey: queryKeys.keys });
    },
  });

  return (
    <ConfirmDialog header={`Revoke ${apiKey.id}?`} deed="Revoke" isBusy={isPending} error={error} failure="The key is still good" onConfirm={() => mutate()} onDismiss={onDismiss}>
      <Box>
        Programs with the key of <strong>{apiKey.owner}</strong> are refused at once, and sessions that it opened end. This cannot be undone.
      </Box>
    </ConfirmDialog>
  );
}
