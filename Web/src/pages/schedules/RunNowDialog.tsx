import Box from '@cloudscape-design/components/box';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { freshId } from '../../api/freshId.ts';
import { queryKeys } from '../../api/queryKeys.ts';
import { content, rest, type Schema } from '../../api/rest.ts';
import { useDeed } from '../../api/useDeed.ts';
import { addressOf } from '../../shell/addresses.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { RouterLink } from '../../shell/RouterLink.tsx';
import { useNotify } from '../../shell/useNotify.ts';

interface Props {
  schedule: Pick<Schema<'Schedule'>, 'name' | 'stateMachine'>;
  onDone: () => void;
}

/** Starts a schedule's machine outside its time. */
export function RunNowDialog({ schedule: { name, stateMachine }, onDone }: Props) {
  const [key] = useState(freshId);
  const queries = useQueryClient();
  const notify = useNotify();
  const { mutate, error, isPending } = useDeed({
    mutationFn: () => content(rest.POST('/api/v1/schedules/{name}/run', { params: { path: { name }, header: { 'Idempotency-Key': key } }, body: {} })),
    onSuccess: (firing) => {
      void queries.invalidateQueries({ queryKey: queryKeys.schedules });
      if (firing.status === 'Failed') {
        notify({ type: 'error', header: `${name} could not be started`, content: firing.reason ?? undefined });
      } else {
        notify({
          type: 'success',
          header: `${name} is started`,
          content: firing.executionArn ? <RouterLink href={addressOf.execution(firing.executionArn)}>Its execution</RouterLink> : undefined,
        });
      }
      onDone();
    },
  });
  return (
    <ConfirmDialog header={`Run ${name} now?`} deed="Run now" isBusy={isPending} error={error} onConfirm={() => mutate()} onDismiss={onDone}>
      <Box>
        {stateMachine} is started with the schedule’s input, whether the schedule is on or off. Its due times stay as they are.
      </Box>
    </ConfirmDialog>
  );
}
