import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/queryKeys.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { useDeed } from '../../api/useDeed.ts';
import type { Activity } from '../../api/wire/activities.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  readonly activity: Activity;
  /** Called with whether it is gone. */
  readonly onClose: (isDeleted: boolean) => void;
}

/** Deletes an activity. */
export function DeleteActivityDialog({ activity: { name, activityArn }, onClose }: Props) {
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useDeed({
    mutationFn: () => stepFunctions('DeleteActivity', { activityArn }),
    onSuccess: async () => {
      notify({ type: 'success', header: `Activity ${name} is deleted` });
      onClose(true);
      await queries.invalidateQueries({ queryKey: queryKeys.activities });
    },
  });
  return (
    <ConfirmDialog header={`Delete ${name}?`} deed="Delete" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={() => onClose(false)}>
      Workers get no more tasks of it, and executions that come to a task of it fail.
    </ConfirmDialog>
  );
}
