import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { stepFunctions } from '../../api/stepFunctions.ts';
import { ConfirmDialog } from '../../shell/ConfirmDialog.tsx';
import { useNotify } from '../../shell/useNotify.ts';
import type { ExecutionView } from './useExecution.ts';

interface Props {
  view: ExecutionView;
  onClose: () => void;
}

const longest = { error: 256, cause: 32_768 };

/** Stops an execution, with the reason that its history is to give. */
export function StopModal({ view, onClose }: Props) {
  const [error, setError] = useState('');
  const [cause, setCause] = useState('');
  const notify = useNotify();
  const stop = useMutation({
    mutationFn: () => stepFunctions('StopExecution', { executionArn: view.executionArn, ...(error === '' ? {} : { error }), ...(cause === '' ? {} : { cause }) }),
    onSuccess: () => {
      notify({ type: 'success', header: 'The execution was stopped' });
      onClose();
    },
  });
  const tooLong = { error: error.length > longest.error, cause: cause.length > longest.cause };
  return (
    <ConfirmDialog header="Stop execution" deed="Stop execution" isBusy={stop.isPending} isReady={!tooLong.error && !tooLong.cause} error={stop.error} onConfirm={() => stop.mutate()} onDismiss={onClose}>
      <Box>What has been done stays done; what is under way in {view.name} is called off.</Box>
      <FormField label="Error – optional" description="A name for the reason, such as OutOfBusiness." errorText={tooLong.error && `Expected at most ${longest.error} characters, found ${error.length}.`}>
        <Input value={error} onChange={({ detail }) => setError(detail.value)} />
      </FormField>
      <FormField label="Cause – optional" description="The reason in words." errorText={tooLong.cause && `Expected at most ${longest.cause} characters, found ${cause.length}.`}>
        <Textarea value={cause} onChange={({ detail }) => setCause(detail.value)} rows={3} />
      </FormField>
    </ConfirmDialog>
  );
}
