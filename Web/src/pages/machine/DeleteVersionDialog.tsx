import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import type { PublishedVersion, StateMachine } from '../../api/wire/machines.ts';
import { qualifierWords } from '../../machines/qualifiers.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  readonly machine: StateMachine;
  readonly version: PublishedVersion;
  readonly onClose: () => void;
}

/** Deletes a version. */
export function DeleteVersionDialog({ machine: { name }, version: { stateMachineVersionArn }, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const words = qualifierWords(stateMachineVersionArn);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => stepFunctions('DeleteStateMachineVersion', { stateMachineVersionArn }),
    onSuccess: async () => {
      notify({ type: 'success', header: `${words} of ${name} is deleted` });
      onClose();
      await queries.invalidateQueries({ queryKey: queryKeys.versions(name), exact: true });
    },
  });
  return (
    <ConfirmDialog header={`Delete ${words.toLowerCase()}?`} deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onClose}>
      Its number is never given again. Executions that it has started go on.
    </ConfirmDialog>
  );
}
