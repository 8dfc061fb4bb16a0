import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachineListItem } from '../../api/wire/machines.ts';
import { ProblemNotice } from '../../shell/ProblemNotice.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface DeleteMachinesProps {
  readonly machines: readonly Pick<StateMachineListItem, 'name' | 'stateMachineArn'>[];
  readonly onClose: (isDeleted: boolean) => void;
}

const word = 'delete';

/** Asks for a word before state machines are deleted, for there is no way back. */
export function DeleteMachines({ machines, onClose }: DeleteMachinesProps) {
  const notify = useNotify();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const names = machines.map(({ name }) => name).join(', ');

  const remove = useMutation({
    mutationFn: async () => {
      for (const { stateMachineArn } of machines) {
        await stepFunctions('DeleteStateMachine', { stateMachineArn });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.machines }),
    onSuccess: () => {
      notify({ type: 'success', header: `Deleted: ${names}` });
      onClose(true);
    },
  });

  return (
    <Modal
      visible
      header={machines.length === 1 ? 'Delete state machine?' : `Delete ${machines.length} state machines?`}
      onDismiss={() => onClose(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => onClose(false)}>
              Cancel
            </Button>
            <Button variant="primary" disabled={typed !== word} loading={remove.isPending} onClick={() => remove.mutate()}>
              Delete
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ProblemNotice error={remove.error} header="Not everything was deleted" />
        <Box>
          <strong>{names}</strong> cannot be brought back. Executions that are running go on to their end.
        </Box>
        <FormField label={`Type '${word}' to confirm.`}>
          <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} placeholder={word} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
