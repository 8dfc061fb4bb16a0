import Box from '@cloudscape-design/components/box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { freshId } from '../../api/freshId.ts';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import type { ExecutionView } from './useExecution.ts';

interface Props {
  view: ExecutionView;
  onClose: () => void;
}

/** Has an execution that did not succeed go on from the states that did not. */
export function RedriveModal({ view, onClose }: Props) {
  // The same for every click, so that a second one does not redrive twice.
  const [clientToken] = useState(freshId);
  const notify = useNotify();
  const redrive = useMutation({
    mutationFn: () => stepFunctions('RedriveExecution', { executionArn: view.executionArn, clientToken }),
    onSuccess: () => {
      notify({ type: 'success', header: 'The execution goes on' });
      onClose();
    },
  });
  return (
    <ConfirmDialog header="Redrive execution" deed="Redrive execution" isBusy={redrive.isPending} error={redrive.error} onConfirm={() => redrive.mutate()} onDismiss={onClose}>
      <Box>
        {view.name} goes on from the states that did not succeed, with the definition, the input and the role that it began with. What succeeded is not done again. Mend what made it fail first.
      </Box>
    </ConfirmDialog>
  );
}
