import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { Alias, StateMachine } from '../../api/wire/machines.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  readonly machine: StateMachine;
  readonly alias: Alias;
  readonly onClose: () => void;
}

/** Deletes an alias. */
export function DeleteAliasDialog({ machine, alias: { name = '', stateMachineAliasArn }, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => stepFunctions('DeleteStateMachineAlias', { stateMachineAliasArn }),
    onSuccess: async () => {
      notify({ type: 'success', header: `Alias ${name} is deleted` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.aliases(machine.name) });
    },
  });
  return (
    <ConfirmDialog header={`Delete alias ${name}?`} deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onClose}>
      Whoever starts executions by it is refused from then on. The versions stay.
    </ConfirmDialog>
  );
}
