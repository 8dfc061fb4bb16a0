import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { freshId } from '../../api/freshId.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';

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
  const { mutate, isPending, error } = useDeed({
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
    <ConfirmDialog header={`Rotate ${apiKey.id}`} deed="Rotate" isBusy={isPending} error={error} failure="The key keeps its secret" onConfirm={() => mutate()} onDismiss={onDismiss}>
      <Box>The key of {apiKey.owner} gets a new secret, which is shown once.</Box>
      <FormField label="The old secret stays good for">
        <Select options={graces} selectedOption={graces.find(({ value }) => value === grace) ?? null} onChange={({ detail }) => setGrace(detail.selectedOption.value ?? grace)} />
      </FormField>
      {grace === '0' && <Alert type="warning">Programs that still use the old secret are refused at once, and sessions that it opened end.</Alert>}
    </ConfirmDialog>
  );
}
