import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { StateMachineListItem } from '../../api/wire/machines.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
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
    <ConfirmDialog
      header={machines.length === 1 ? 'Delete state machine?' : `Delete ${machines.length} state machines?`}
      deed="Delete"
      isBusy={remove.isPending}
      isReady={typed === word}
      error={remove.error}
      failure="Not everything was deleted"
      onConfirm={() => remove.mutate()}
      onDismiss={() => onClose(false)}
    >
      <Box>
        <strong>{names}</strong> cannot be brought back. Executions that are running go on to their end.
      </Box>
      <FormField label={`Type '${word}' to confirm.`}>
        <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} placeholder={word} />
      </FormField>
    </ConfirmDialog>
  );
}
