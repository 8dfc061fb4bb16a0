import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { done, rest, type Schema } from '../../api/rest.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  apiKey: Schema<'Key'>;
  onDismiss: () => void;
}

export function RevokeKeyModal({ apiKey, onDismiss }: Props) {
  const client = useQueryClient();
  const notify = useNotify();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => done(rest.DELETE('/api/v1/keys/{id}', { params: { path: { id: apiKey.id } } })),
    onSuccess: async () => {
      notify({ type: 'success', header: `${apiKey.id} is revoked` });
      onDismiss();
      await client.invalidateQueries({ queryKey: queryKeys.keys });
    },
  });

  return (
    <Modal
      visible
      header={`Revoke ${apiKey.id}?`}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={isPending} onClick={() => mutate()}>
              Revoke
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={error} header="The key is still good" />
        <Box>
          Programs with the key of <strong>{apiKey.owner}</strong> are refused at once, and sessions that it opened end. This cannot be undone.
        </Box>
      </SpaceBetween>
    </Modal>
  );
}
