import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { freshId } from '../../api/freshId.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';

const graces = [
  { value: '0', label: 'Not at all' },
  { value: '3600', label: 'One hour' },
  { value: '86400', label: 'One day' },
  { value: '604800', label: 'One week' },
  { value: '2592000', label: '30 days' },
];

interface Props {
  apiKey: Schema<'Key'>;
  onDismiss: () => void;
  onMade: (key: Schema<'Key'>) => void;
}

export function RotateKeyModal({ apiKey, onDismiss, onMade }: Props) {
  const [grace, setGrace] = useState('86400');
  const [idempotencyKey] = useState(freshId);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      content(
        rest.POST('/api/v1/keys/{id}/rotate', {
          params: { path: { id: apiKey.id }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { graceSeconds: Number(grace) },
        }),
      ),
    onSuccess: async (key) => {
      onMade(key);
      await client.invalidateQueries({ queryKey: queryKeys.keys });
    },
  });

  return (
    <Modal
      visible
      header={`Rotate ${apiKey.id}`}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Cancel
            </Button>
            <Button variant="primary" loading={isPending} onClick={() => mutate()}>
              Rotate
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={error} header="The key keeps its secret" />
        <Box>The key of {apiKey.owner} gets a new secret, which is shown once.</Box>
        <FormField label="The old secret stays good for">
          <Select options={graces} selectedOption={graces.find(({ value }) => value === grace) ?? null} onChange={({ detail }) => setGrace(detail.selectedOption.value ?? grace)} />
        </FormField>
        {grace === '0' && <Alert type="warning">Programs that still use the old secret are refused at once, and sessions that it opened end.</Alert>}
      </SpaceBetween>
    </Modal>
  );
}
