import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachine } from '../../api/wire/machines.ts';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
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
    <Modal
      visible
      header="Publish version"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={publish.isPending} disabled={description.length > longestDescription} onClick={() => publish.mutate()}>
              Publish
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={publish.error} header="No version was published" />
        <Box>The current revision becomes a version. If it is one already, nothing is added.</Box>
        <FormField
          label="Description"
          constraintText={`At most ${longestDescription} characters.`}
          errorText={description.length > longestDescription ? `${description.length - longestDescription} characters too many.` : undefined}
        >
          <Textarea value={description} rows={3} onChange={({ detail }) => setDescription(detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
