import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachine } from '../../api/wire/machines.ts';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  readonly machine: StateMachine;
  readonly onClose: () => void;
}

const longestDescription = 256;

/** Publishes the revision that the page shows; if there is a newer one by now, it is not done. */
export function PublishVersionDialog({ machine: { name, stateMachineArn, revisionId }, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [description, setDescription] = useState('');
  const publish = useMutation({
    mutationFn: () =>
      stepFunctions('PublishStateMachineVersion', { stateMachineArn, ...(revisionId === undefined ? {} : { revisionId }), ...(description === '' ? {} : { description }) }),
    onSuccess: async ({ stateMachineVersionArn }) => {
      notify({ type: 'success', header: `${qualifierWords(stateMachineVersionArn)} of ${name} is published` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.versions(name), exact: true });
    },
    onError: () => queries.invalidateQueries({ queryKey: queryKeys.machine(name) }),
  });

  return (
    <ConfirmDialog
      header="Publish version"
      deed="Publish"
      isBusy={publish.isPending}
      isReady={description.length <= longestDescription}
      error={publish.error}
      failure="No version was published"
      onConfirm={() => publish.mutate()}
      onDismiss={onClose}
    >
      <Box>The current revision becomes a version. If it is one already, nothing is added.</Box>
      <FormField
        label="Description"
        constraintText={`At most ${longestDescription} characters.`}
        errorText={description.length > longestDescription ? `${description.length - longestDescription} characters too many.` : undefined}
      >
        <Textarea value={description} rows={3} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
